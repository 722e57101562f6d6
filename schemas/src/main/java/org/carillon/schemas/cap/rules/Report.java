package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.List;
import org.carillon.schemas.cap.xml.XmlDocument;
import org.carillon.schemas.cap.xml.XmlElement;
import org.carillon.schemas.cap.xml.XmlPosition;

/** Collects what is wrong with one document. */
final class Report {

    /** Beyond this nobody reads on, and an answer would become larger than what was asked. */
    static final int MOST_VIOLATIONS = 500;

    private static final int LONGEST_EXCERPT = 40;

    private final XmlDocument document;
    private final List<CapViolation> violations = new ArrayList<>();
    private final List<CapViolation> warnings = new ArrayList<>();
    private int leftOut;

    Report(XmlDocument document) {
        this.document = document;
    }

    void add(CapRule rule, XmlElement element, String message) {
        add(rule, element, element.position(), message);
    }

    /** Points at the character {@code index} of the element's text. */
    void addAt(CapRule rule, XmlElement element, int index, String message) {
        add(rule, element, document.positionInText(element, index), message);
    }

    private void add(CapRule rule, XmlElement element, XmlPosition position, String message) {
        CapViolation found = new CapViolation(rule.name(), element.path(), position.line(), position.column(), message);
        List<CapViolation> list = switch (rule.weight()) {
            case ERROR -> violations;
            case WARNING -> warnings;
        };
        if (list.size() < MOST_VIOLATIONS) {
            list.add(found);
        } else if (rule.weight() == CapRule.Weight.ERROR) {
            leftOut++;
        }
    }

    CapFindings findings() {
        List<CapViolation> all = new ArrayList<>(violations);
        if (leftOut > 0) {
            XmlElement root = document.root();
            all.add(new CapViolation(
                    CapRule.TOO_MANY_VIOLATIONS.name(),
                    root.path(),
                    root.position().line(),
                    root.position().column(),
                    leftOut + " more violations are not listed: mend those above first."));
        }
        return new CapFindings(all, warnings);
    }

    /** A short piece of a text, fit for a message. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
    }
}
