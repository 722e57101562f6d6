package org.carillon.schemas.cap;

import java.util.Arrays;

/** A message together with the bytes it came in, which are what is kept, signed and passed on. */
public final class CapDocument {

    private final CapAlert alert;
    private final byte[] bytes;

    public CapDocument(CapAlert alert, byte[] bytes) {
        this.alert = alert;
        this.bytes = bytes.clone();
    }

    public CapAlert alert() {
        return alert;
    }

    /** A copy of the original bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CapDocument that && alert.equals(that.alert) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * alert.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CapDocument[" + alert + ", " + bytes.length + " bytes]";
    }
}
