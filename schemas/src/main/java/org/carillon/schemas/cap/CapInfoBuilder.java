package org.carillon.schemas.cap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes a {@link CapInfo}; what is not set stays absent. Checks nothing: the reader does, on what is written. */
public final class CapInfoBuilder {

    private @Nullable String language;
    private List<Category> categories;
    private String event;
    private List<ResponseType> responseTypes = List.of();
    private Urgency urgency;
    private Severity severity;
    private Certainty certainty;
    private @Nullable String audience;
    private List<CapNameValue> eventCodes = List.of();
    private @Nullable CapTime effective;
    private @Nullable CapTime onset;
    private @Nullable CapTime expires;
    private @Nullable String senderName;
    private @Nullable String headline;
    private @Nullable String description;
    private @Nullable String instruction;
    private @Nullable String web;
    private @Nullable String contact;
    private List<CapNameValue> parameters = List.of();
    private List<CapResource> resources = List.of();
    private List<CapArea> areas = List.of();

    CapInfoBuilder(List<Category> categories, String event, Urgency urgency, Severity severity, Certainty certainty) {
        this.categories = categories;
        this.event = event;
        this.urgency = urgency;
        this.severity = severity;
        this.certainty = certainty;
    }

    CapInfoBuilder(CapInfo from) {
        this.language = from.language();
        this.categories = from.categories();
        this.event = from.event();
        this.responseTypes = from.responseTypes();
        this.urgency = from.urgency();
        this.severity = from.severity();
        this.certainty = from.certainty();
        this.audience = from.audience();
        this.eventCodes = from.eventCodes();
        this.effective = from.effective();
        this.onset = from.onset();
        this.expires = from.expires();
        this.senderName = from.senderName();
        this.headline = from.headline();
        this.description = from.description();
        this.instruction = from.instruction();
        this.web = from.web();
        this.contact = from.contact();
        this.parameters = from.parameters();
        this.resources = from.resources();
        this.areas = from.areas();
    }

    public CapInfoBuilder language(@Nullable String newLanguage) {
        this.language = newLanguage;
        return this;
    }

    public CapInfoBuilder categories(List<Category> newCategories) {
        this.categories = newCategories;
        return this;
    }

    public CapInfoBuilder event(String newEvent) {
        this.event = newEvent;
        return this;
    }

    public CapInfoBuilder responseTypes(List<ResponseType> newResponseTypes) {
        this.responseTypes = newResponseTypes;
        return this;
    }

    public CapInfoBuilder urgency(Urgency newUrgency) {
        this.urgency = newUrgency;
        return this;
    }

    public CapInfoBuilder severity(Severity newSeverity) {
        this.severity = newSeverity;
        return this;
    }

    public CapInfoBuilder certainty(Certainty newCertainty) {
        this.certainty = newCertainty;
        return this;
    }

    public CapInfoBuilder audience(@Nullable String newAudience) {
        this.audience = newAudience;
        return this;
    }

    public CapInfoBuilder eventCodes(List<CapNameValue> newEventCodes) {
        this.eventCodes = newEventCodes;
        return this;
    }

    public CapInfoBuilder effective(@Nullable CapTime newEffective) {
        this.effective = newEffective;
        return this;
    }

    public CapInfoBuilder onset(@Nullable CapTime newOnset) {
        this.onset = newOnset;
        return this;
    }

    public CapInfoBuilder expires(@Nullable CapTime newExpires) {
        this.expires = newExpires;
        return this;
    }

    public CapInfoBuilder senderName(@Nullable String newSenderName) {
        this.senderName = newSenderName;
        return this;
    }

    public CapInfoBuilder headline(@Nullable String newHeadline) {
        this.headline = newHeadline;
        return this;
    }

    public CapInfoBuilder description(@Nullable String newDescription) {
        this.description = newDescription;
        return this;
    }

    public CapInfoBuilder instruction(@Nullable String newInstruction) {
        this.instruction = newInstruction;
        return this;
    }

    public CapInfoBuilder web(@Nullable String newWeb) {
        this.web = newWeb;
        return this;
    }

    public CapInfoBuilder contact(@Nullable String newContact) {
        this.contact = newContact;
        return this;
    }

    public CapInfoBuilder parameters(List<CapNameValue> newParameters) {
        this.parameters = newParameters;
        return this;
    }

    public CapInfoBuilder resources(List<CapResource> newResources) {
        this.resources = newResources;
        return this;
    }

    public CapInfoBuilder areas(List<CapArea> newAreas) {
        this.areas = newAreas;
        return this;
    }

    public CapInfo build() {
        return new CapInfo(
                language,
                categories,
                event,
                responseTypes,
                urgency,
                severity,
                certainty,
                audience,
                eventCodes,
                effective,
                onset,
                expires,
                senderName,
                headline,
                description,
                instruction,
                web,
                contact,
                parameters,
                resources,
                areas);
    }
}
