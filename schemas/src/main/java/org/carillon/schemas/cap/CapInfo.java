package org.carillon.schemas.cap;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said, in one language or to one audience (CAP 1.2, 3.2.2). */
public record CapInfo(
        @Nullable String language,
        List<Category> categories,
        String event,
        List<ResponseType> responseTypes,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        @Nullable String audience,
        List<CapNameValue> eventCodes,
        @Nullable CapTime effective,
        @Nullable CapTime onset,
        @Nullable CapTime expires,
        @Nullable String senderName,
        @Nullable String headline,
        @Nullable String description,
        @Nullable String instruction,
        @Nullable String web,
        @Nullable String contact,
        List<CapNameValue> parameters,
        List<CapResource> resources,
        List<CapArea> areas) {

    /** What an info without a language is in (CAP 1.2, 3.2.2 language). */
    public static final String DEFAULT_LANGUAGE = "en-US";

    public CapInfo {
        categories = List.copyOf(categories);
        responseTypes = List.copyOf(responseTypes);
        eventCodes = List.copyOf(eventCodes);
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
    }

    /** Starts an info with what the standard requires of every one. */
    public static CapInfoBuilder builder(
            List<Category> categories, String event, Urgency urgency, Severity severity, Certainty certainty) {
        return new CapInfoBuilder(categories, event, urgency, severity, certainty);
    }

    public CapInfoBuilder toBuilder() {
        return new CapInfoBuilder(this);
    }

    /** The language, or the standard's default where none is given. */
    public String languageTag() {
        return language == null || language.isBlank() ? DEFAULT_LANGUAGE : language;
    }

    /** The first value of the parameter of that name. */
    public Optional<String> parameter(String valueName) {
        return parameters.stream()
                .filter(parameter -> parameter.valueName().equals(valueName))
                .map(CapNameValue::value)
                .findFirst();
    }

    /** Language and grade only: what an info says does not belong in a log. */
    @Override
    public String toString() {
        return "CapInfo[" + languageTag() + ", " + severity.wireName() + ", " + areas.size() + " areas]";
    }
}
