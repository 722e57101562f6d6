package org.carillon.ingest.console.form;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carillon.ingest.console.page.Fields;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.jspecify.annotations.Nullable;

/** What is stored of an alert, as the fields in which it was typed. */
public final class Stored {
    private Stored() {}

    /**
     * The fields.
     *
     * @param document its CAP message, from which come the shapes; null where it is gone
     * @param time an instant as a field has it
     */
    public static Fields fields(Alert alert, byte @Nullable [] document, Function<Instant, String> time) {
        AlertContent content = alert.content();
        CapAlert message = message(document);
        FieldsBuilder typed = new FieldsBuilder()
                .put("severity", content.severity().wireName())
                .put("urgency", content.urgency().wireName())
                .put("certainty", content.certainty().wireName())
                .put("category", content.category().wireName())
                .put(
                        "response",
                        content.responseTypes().stream()
                                .findFirst()
                                .map(ResponseType::wireName)
                                .orElse(""))
                .put("topic", content.topic())
                .put("purpose", content.purpose())
                .put("expires", time.apply(content.expires()))
                .put("channels", content.channels())
                .put("areas", message == null ? content.districts() : named(message, content.districts()))
                .put("shapes", message == null ? "" : shapes(message))
                .put("question", content.question() ? "yes" : "");
        TemplateUse template = content.template();
        if (template != null) {
            typed.put("template", template.id());
            template.parameters().forEach((name, value) -> parameter(typed, "p." + name, value, time));
        }
        content.texts().forEach((language, text) -> {
            if (template != null && !template.ownWording().contains(language)) {
                return;
            }
            String name = "t." + language + '.';
            typed.put(name + "event", text.event())
                    .put(name + "headline", text.headline())
                    .put(name + "description", text.description())
                    .put(name + "instruction", text.instruction())
                    .put(name + "plain", text.plain());
        });
        return typed.build();
    }

    private static void parameter(
            FieldsBuilder typed, String name, Map<String, String> value, Function<Instant, String> time) {
        String text = value.get(TemplateUse.EVERY_LANGUAGE);
        if (text == null) {
            value.forEach((language, own) -> typed.put(name + '.' + language, own));
            return;
        }
        try {
            typed.put(name, time.apply(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException e) {
            typed.put(name, text);
        }
    }

    /** A line for each polygon of the message and for each circle. */
    public static String shapes(byte @Nullable [] document) {
        CapAlert message = message(document);
        return message == null ? "" : shapes(message);
    }

    private static String shapes(CapAlert message) {
        List<String> lines = new ArrayList<>();
        for (CapArea area : areas(message)) {
            area.polygons().forEach(polygon -> lines.add(Shapes.line(polygon.points())));
            area.circles().forEach(circle -> lines.add(circle.center().text() + " " + circle.radiusKm() + " km"));
        }
        return String.join("\n", lines.stream().distinct().toList());
    }

    /** Districts that are named, not those that a shape means: it will mean them again. */
    private static List<String> named(CapAlert message, List<String> districts) {
        List<String> codes = areas(message).stream()
                .flatMap(area -> area.geocodes().stream())
                .map(geocode -> geocode.value())
                .toList();
        List<String> named = districts.stream().filter(codes::contains).toList();
        return named.isEmpty() && shapes(message).isEmpty() ? districts : named;
    }

    private static List<CapArea> areas(CapAlert message) {
        return message.infos().stream()
                .map(CapInfo::areas)
                .flatMap(List::stream)
                .toList();
    }

    private static @Nullable CapAlert message(byte @Nullable [] document) {
        return document != null && CapReader.read(document) instanceof CapReading.Valid valid
                ? valid.document().alert()
                : null;
    }
}
