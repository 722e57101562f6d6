package org.carillon.schemas.cap;

import java.util.Optional;
import java.util.regex.Pattern;

/** An earlier message that an alert refers to: {@code sender,identifier,sent} (CAP 1.2, 3.2.1 references). */
public record CapReference(String sender, String identifier, CapTime sent) {

    /** What a sender and an identifier may consist of. */
    private static final Pattern NAME = Pattern.compile("[^\\s,<&]+");

    public CapReference {
        if (!NAME.matcher(sender).matches() || !NAME.matcher(identifier).matches()) {
            throw new IllegalArgumentException("a reference needs a sender and an identifier without space , < &");
        }
    }

    /** The reference to a message that is at hand. */
    public static CapReference to(CapAlert alert) {
        return new CapReference(alert.sender(), alert.identifier(), alert.sent());
    }

    /** Reads one triple; empty if it is none. */
    public static Optional<CapReference> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3
                || !NAME.matcher(parts[0]).matches()
                || !NAME.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        return CapTime.parse(parts[2]).map(sent -> new CapReference(parts[0], parts[1], sent));
    }

    /** The triple as the standard writes it. */
    public String text() {
        return sender + "," + identifier + "," + sent.text();
    }

    /** Whether this means the message with these three: times are compared as moments, not as texts. */
    public boolean means(CapAlert alert) {
        return sender.equals(alert.sender())
                && identifier.equals(alert.identifier())
                && sent.instant().equals(alert.sent().instant());
    }
}
