package org.carillon.schemas.resident;

/** A command that a resident texts; its spellings stand in each language's catalogue. */
public enum Word {
    JOIN,
    YES,
    STOP,
    START,
    LANG,
    AREA,
    HELP,
    FORGET
}
