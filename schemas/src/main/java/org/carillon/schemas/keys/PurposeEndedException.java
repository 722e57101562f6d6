package org.carillon.schemas.keys;

/** The purpose's keys were destroyed at its sunset: what they sealed can never be opened again. */
public final class PurposeEndedException extends KeyRingException {
    private static final long serialVersionUID = 1L;

    PurposeEndedException(PurposeId purpose) {
        super("the keys of purpose " + purpose + " were destroyed at its sunset");
    }
}
