package org.carillon.ingest.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Gets documents of others. Called on a virtual thread; may block for as long as its own time limit. */
@FunctionalInterface
interface Fetching {
    /**
     * Gets one document; never throws for what the other side does.
     *
     * @param etag of the last one, or null
     * @param lastModified of the last one, or null
     * @param most bytes that are taken
     */
    Fetched fetch(URI url, @Nullable String etag, @Nullable String lastModified, int most);

    /** What came of it. */
    sealed interface Fetched {
        /**
         * A document.
         *
         * @param url it came from in the end
         */
        record Document(
                URI url,
                Bytes bytes,
                @Nullable String etag,
                @Nullable String lastModified) implements Fetched {}

        /** The same as last time. */
        record Unchanged() implements Fetched {}

        /**
         * Nothing.
         *
         * @param reason for a person, without the URL
         * @param passing whether it may well be there the next time
         */
        record Failed(String reason, boolean passing) implements Fetched {}
    }

    /** The bytes of a document. */
    final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value.clone();
        }

        byte[] value() {
            return value.clone();
        }
    }
}
