package org.carillon.ingest.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapInfoBuilder;
import org.carillon.schemas.cap.CapNameValue;
import org.carillon.schemas.cap.CapReference;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.cap.codec.CapWriter;
import org.carillon.schemas.cap.rules.CapViolation;
import org.jspecify.annotations.Nullable;

/** Writes the CAP message that a form asks for: from there on it is treated like any other. */
public final class Composer {
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);
    private final City city;

    public Composer(City city) {
        this.city = city;
    }

    /**
     * Composes the next version of a message, which keeps what it refers to and takes all else from the form.
     *
     * @throws ProblemException 422 where something that the standard requires is missing
     */
    public CapDocument compose(
            ComposeForm form,
            MsgType msgType,
            String sender,
            String identifier,
            Instant sent,
            List<AlertReference> references) {
        return compose(form, msgType, sender, identifier, sent, null, references);
    }

    /**
     * Composes a message.
     *
     * @param before the alert that it updates or cancels, from which it takes what the form leaves out; or null
     * @throws ProblemException 422 where something that the standard requires is missing
     */
    public CapDocument compose(
            ComposeForm form, MsgType msgType, String sender, String identifier, Instant sent, @Nullable Alert before) {
        return compose(
                form,
                msgType,
                sender,
                identifier,
                sent,
                before,
                before == null ? List.of() : List.of(reference(before.content())));
    }

    private CapDocument compose(
            ComposeForm form,
            MsgType msgType,
            String sender,
            String identifier,
            Instant sent,
            @Nullable Alert before,
            List<AlertReference> references) {
        List<CapViolation> faults = new ArrayList<>();
        AlertContent old = before == null ? null : before.content();
        List<Category> categories =
                !form.categories().isEmpty() || old == null ? form.categories() : List.of(old.category());
        Severity severity = required(form.severity(), old == null ? null : old.severity(), "severity", faults);
        Urgency urgency = required(form.urgency(), old == null ? null : old.urgency(), "urgency", faults);
        Certainty certainty = required(form.certainty(), old == null ? null : old.certainty(), "certainty", faults);
        Status status = required(form.status(), old == null ? null : old.status(), "status", faults);
        Map<String, AlertText> texts = texts(form, msgType, old);
        if (categories.isEmpty()) {
            faults.add(missing("category"));
        }
        if (texts.isEmpty()) {
            faults.add(missing("texts"));
        }
        List<CapArea> areas = areas(form, old, faults);
        if (!faults.isEmpty() || severity == null || urgency == null || certainty == null || status == null) {
            throw ProblemException.unprocessable("The form has faults; nothing was stored.", faults);
        }
        CapTime expires = expires(form, old, sent);
        List<CapInfo> infos = new ArrayList<>();
        texts.forEach((language, text) -> {
            CapInfoBuilder info = CapInfo.builder(categories, text.event(), urgency, severity, certainty)
                    .language(language)
                    .responseTypes(form.responseTypes())
                    .expires(expires)
                    .senderName(city.senderName(sender, language).orElse(null))
                    .headline(text.headline())
                    .description(text.description())
                    .instruction(text.instruction())
                    .areas(areas.stream().map(area -> named(area, language)).toList());
            String plain = text.plain();
            if (plain != null) {
                info.parameters(List.of(new CapNameValue(Texts.PLAIN, plain)));
            }
            infos.add(info.build());
        });
        return read(CapAlert.builder(
                        identifier, sender, CapTime.of(sent.atZone(city.zone()).toOffsetDateTime()))
                .status(status)
                .msgType(msgType)
                .scope(form.scope() != null ? form.scope() : old != null ? old.scope() : Scope.PUBLIC)
                .note(form.reason())
                .references(references.stream()
                        .map(r -> new CapReference(r.sender(), r.identifier(), CapTime.of(r.sent())))
                        .toList())
                .infos(infos)
                .build());
    }

    private static CapDocument read(CapAlert message) {
        byte[] bytes;
        try {
            bytes = CapWriter.write(message);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(
                    "A text cannot be written: " + e.getMessage() + ".",
                    List.of(new CapViolation(Fault.FORM, "/texts", 0, 0, String.valueOf(e.getMessage()))));
        }
        return switch (CapReader.read(bytes)) {
            case CapReading.Valid valid -> valid.document();
            case CapReading.Invalid invalid ->
                throw ProblemException.unprocessable(
                        "The message that follows from the form breaks rules of CAP 1.2.", invalid.violations());
            case CapReading.Unreadable unreadable ->
                throw ProblemException.unprocessable(
                        "The message that follows from the form cannot be read.", List.of(unreadable.violation()));
        };
    }

    private static Map<String, AlertText> texts(ComposeForm form, MsgType msgType, @Nullable AlertContent old) {
        if (!form.texts().isEmpty() || old == null) {
            return form.texts();
        }
        Map<String, AlertText> texts = new LinkedHashMap<>();
        old.texts()
                .forEach((language, text) -> texts.put(
                        language,
                        msgType == MsgType.CANCEL
                                // The old headline is an order; what is taken back must not say it once more.
                                ? text.bare()
                                : text));
        return texts;
    }

    private List<CapArea> areas(ComposeForm form, @Nullable AlertContent old, List<CapViolation> faults) {
        List<String> codes =
                form.areas().isEmpty() && form.polygons().isEmpty() && old != null ? old.districts() : form.areas();
        List<String> known = city.districts();
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> faults.add(new CapViolation(
                        Fault.AREA_OUTSIDE,
                        "/areas",
                        0,
                        0,
                        "/areas there is no district '" + code + "': known are " + known)));
        List<CapArea> areas = new ArrayList<>();
        codes.stream()
                .distinct()
                .forEach(code ->
                        areas.add(CapArea.ofGeocodes(code, List.of(new CapNameValue(city.geocodeName(), code)))));
        if (!form.polygons().isEmpty()) {
            areas.add(new CapArea("-", form.polygons(), List.of(), List.of(), null, null));
        }
        if (areas.isEmpty()) {
            faults.add(new CapViolation(
                    Fault.AREA_MISSING,
                    "/areas",
                    0,
                    0,
                    "/areas or /geometry is missing: say where, an alert never goes to everyone by default"));
        }
        return areas;
    }

    /** The area described in the language of its info. */
    private CapArea named(CapArea area, String language) {
        String name = area.geocodes().isEmpty()
                ? new Districts(city).names(area, language)
                : city.districtName(area.geocodes().getFirst().value(), language);
        return new CapArea(name, area.polygons(), area.circles(), area.geocodes(), null, null);
    }

    private static CapTime expires(ComposeForm form, @Nullable AlertContent old, Instant sent) {
        OffsetDateTime given = form.expires();
        if (given != null) {
            return CapTime.of(given);
        }
        Instant lifetime = sent.plus(DEFAULT_LIFETIME);
        return CapTime.of(old != null && old.expires().isAfter(lifetime) ? old.expires() : lifetime);
    }

    private static AlertReference reference(AlertContent old) {
        return new AlertReference(old.sender(), old.identifier(), old.sent());
    }

    private static <T> @Nullable T required(
            @Nullable T given, @Nullable T inherited, String key, List<CapViolation> faults) {
        T value = given != null ? given : inherited;
        if (value == null) {
            faults.add(missing(key));
        }
        return value;
    }

    private static CapViolation missing(String key) {
        return new CapViolation(Fault.FORM, '/' + key, 0, 0, '/' + key + " is missing");
    }
}
