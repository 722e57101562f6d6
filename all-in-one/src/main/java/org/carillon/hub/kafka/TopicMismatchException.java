package org.carillon.hub.kafka;

import java.util.List;

/** Topics are there, but not as the catalogue has them; the hub cannot work with them. */
public final class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> mismatches) {
        super(String.join("; ", mismatches));
    }
}
