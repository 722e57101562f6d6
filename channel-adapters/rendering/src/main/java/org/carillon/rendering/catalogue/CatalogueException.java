package org.carillon.rendering.catalogue;

/** A catalogue folder is incomplete or cannot be read; the message names file and key. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogueException(String message) {
        super(message);
    }
}
