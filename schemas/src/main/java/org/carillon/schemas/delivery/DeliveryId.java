package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One message to one recipient, as it stands in intents, receipts and status call-back URLs: {@code alert.partition.chunk.index}
 * for an alert, {@code r.replyId} for an answer in a dialogue. Says nothing about the contact.
 */
public sealed interface DeliveryId {
    /** The URL-safe form. */
    @JsonValue
    String path();

    /** A place in a batch. */
    record OfAlert(BatchId batch, int index) implements DeliveryId {
        @Override
        public String path() {
            return batch.path() + '.' + index;
        }
    }

    /** An answer to a resident. */
    record OfReply(String replyId) implements DeliveryId {
        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

        public OfReply {
            if (!SHAPE.matcher(replyId).matches()) {
                throw new IllegalArgumentException("a reply id is made of letters, digits, - and _");
            }
        }

        @Override
        public String path() {
            return "r." + replyId;
        }
    }

    /**
     * Reads {@link #path()}.
     *
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator
    static DeliveryId parse(String path) {
        if (path.startsWith("r.")) {
            return new OfReply(path.substring(2));
        }
        int dot = path.lastIndexOf('.');
        if (dot < 0 || !path.substring(dot + 1).matches("\\d{1,3}")) {
            throw new IllegalArgumentException("not a delivery id");
        }
        return new OfAlert(BatchId.parse(path.substring(0, dot)), Integer.parseInt(path.substring(dot + 1)));
    }
}
