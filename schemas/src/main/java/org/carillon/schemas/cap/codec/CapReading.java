package org.carillon.schemas.cap.codec;

import java.util.List;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.xml.XmlFault;

/** What came of reading bytes as CAP 1.2. */
public sealed interface CapReading {

    /** A message that keeps every rule; warnings are advice, and what a lenient reading mended. */
    record Valid(CapDocument document, List<CapViolation> warnings) implements CapReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /** XML in the right namespace that breaks rules: all of them are listed. */
    record Invalid(List<CapViolation> violations, List<CapViolation> warnings) implements CapReading {
        public Invalid {
            violations = List.copyOf(violations);
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing that could be held against the rules. */
    record Unreadable(XmlFault kind, CapViolation violation) implements CapReading {}
}
