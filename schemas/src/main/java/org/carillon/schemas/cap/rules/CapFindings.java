package org.carillon.schemas.cap.rules;

import java.util.List;

/** What is wrong with a document: violations make it invalid, warnings do not. */
public record CapFindings(List<CapViolation> violations, List<CapViolation> warnings) {

    public CapFindings {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }
}
