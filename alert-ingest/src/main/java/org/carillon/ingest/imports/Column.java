package org.carillon.ingest.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a list. */
enum Column {
    CONTACT("contact", true),
    LANGUAGE("language", true),
    AREAS("areas", true),
    TOPICS("topics", false),
    LEVEL("level", false),
    FORMAT("format", false),
    CONSENT_AT("consentAt", true),
    CONSENT_TEXT("consentText", true),
    PROOF("proof", true);

    private final String title;
    private final boolean needed;

    Column(String title, boolean needed) {
        this.title = title;
        this.needed = needed;
    }

    String title() {
        return title;
    }

    /** Whether a list has to have it; the wishes of the others are those after JOIN. */
    boolean isNeeded() {
        return needed;
    }

    static Optional<Column> of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equalsIgnoreCase(title.strip()))
                .findFirst();
    }
}
