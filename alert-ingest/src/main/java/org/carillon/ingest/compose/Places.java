package org.carillon.ingest.compose;

import java.util.Optional;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.xml.XmlElement;
import org.carillon.schemas.cap.xml.XmlLimits;
import org.carillon.schemas.cap.xml.XmlPosition;
import org.carillon.schemas.cap.xml.XmlReader;
import org.carillon.schemas.cap.xml.XmlReading;
import org.jspecify.annotations.Nullable;

/** Finds where in a CAP message an element stands, for faults that only the hub sees. */
final class Places {
    /** What {@link CapReader} has taken already fits. */
    private static final XmlLimits LIMITS = new XmlLimits(CapReader.MOST_BYTES, 64, 50_000);

    private final @Nullable XmlElement root;

    Places(byte[] document) {
        XmlReader xml = new XmlReader(LIMITS, CapReader.NAMESPACE, "alert");
        root = xml.read(document) instanceof XmlReading.Parsed parsed
                ? parsed.document().root()
                : null;
    }

    /** A violation at the first element on the way, such as {@code info}, {@code area}. */
    CapViolation violation(String rule, String message, String... way) {
        XmlElement at = root;
        String path = "/alert";
        for (String step : way) {
            Optional<XmlElement> next = at == null ? Optional.empty() : at.first(step);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
            path = at.path();
        }
        XmlPosition position = at == null ? XmlPosition.START : at.position();
        return new CapViolation(rule, path, position.line(), position.column(), message);
    }
}
