package org.carillon.schemas.cap;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with an info: a picture, a sound, a sheet (CAP 1.2, 3.2.3).
 *
 * @param mimeType type/subtype
 * @param size about how many bytes
 * @param uri absolute, unless {@code derefUri} is there
 * @param derefUri the content itself in base 64
 * @param digest SHA-1 of the content, 40 hexadecimal digits
 */
public record CapResource(
        String resourceDesc,
        String mimeType,
        @Nullable BigInteger size,
        @Nullable String uri,
        @Nullable String derefUri,
        @Nullable String digest) {

    /** A file on the web. */
    public static CapResource link(String resourceDesc, String mimeType, String uri) {
        return new CapResource(resourceDesc, mimeType, null, uri, null, null);
    }

    @Override
    public String toString() {
        return "CapResource[" + mimeType + "]";
    }
}
