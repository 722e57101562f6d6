package org.carillon.hub.start;

/** The services that a process can run. */
public enum Role {
    INGEST,
    ROUTER,
    ADAPTERS
}
