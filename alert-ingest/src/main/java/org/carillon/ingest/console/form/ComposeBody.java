package org.carillon.ingest.console.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.carillon.ingest.console.hazard.Hazard;
import org.carillon.ingest.console.hazard.Parameter;
import org.carillon.ingest.console.page.Fields;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** Writes the JSON form of the API from the fields of a page. What is wrong is left as it is: the API says so, and where. */
public final class ComposeBody {
    private static final List<String> TEXTS = List.of("event", "headline", "description", "instruction", "plain");

    private final ZoneId zone;

    /** {@code zone} is the city's: times are typed as its clocks show them. */
    public ComposeBody(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The form.
     *
     * @param hazard whose texts are used, or null for free text
     * @param languages that texts may be typed in; beside a template they take the place of its own
     * @param rings closed, latitude first
     */
    public ObjectNode of(
            Fields typed, @Nullable Hazard hazard, List<String> languages, Status status, List<List<CapPoint>> rings) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("status", status.wireName());
        one(body, "severity", typed, "severity");
        one(body, "urgency", typed, "urgency");
        one(body, "certainty", typed, "certainty");
        one(body, "topic", typed, "topic");
        one(body, "purpose", typed, "purpose");
        all(body, "areas", typed.all("areas"));
        all(body, "channels", typed.all("channels"));
        time(body, "expires", typed.text("expires"));
        if (typed.all("question").contains("yes")) {
            body.put("question", true);
        }
        geometry(body, rings);
        texts(body, typed, languages);
        if (hazard == null) {
            one(body, "category", typed, "category");
            one(body, "responseType", typed, "response");
        } else {
            body.put("template", hazard.id());
            ObjectNode parameters = body.putObject("parameters");
            hazard.parameters().forEach(parameter -> parameter(parameters, parameter, typed, hazard.languages()));
        }
        return body;
    }

    private void texts(ObjectNode body, Fields typed, List<String> languages) {
        for (String language : languages) {
            String name = "t." + language + '.';
            if (TEXTS.stream().allMatch(part -> typed.text(name + part).isEmpty())) {
                continue;
            }
            ObjectNode text = body.withObjectProperty("texts").putObject(language);
            TEXTS.forEach(part -> one(text, part, typed, name + part));
        }
    }

    /** A time as it is typed, with the offset that the city has then. */
    public void time(ObjectNode body, String key, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        try {
            body.put(
                    key,
                    LocalDateTime.parse(typed)
                            .atZone(zone)
                            .toOffsetDateTime()
                            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            body.put(key, typed);
        }
    }

    private void parameter(ObjectNode parameters, Parameter parameter, Fields typed, List<String> languages) {
        String field = "p." + parameter.name();
        String value = typed.text(field);
        switch (parameter.kind()) {
            case COUNT -> {
                if (value.matches("\\d{1,9}")) {
                    parameters.put(parameter.name(), Integer.parseInt(value));
                } else {
                    one(parameters, parameter.name(), typed, field);
                }
            }
            case TIME -> time(parameters, parameter.name(), value);
            case PLACE -> place(parameters, parameter.name(), typed, field, languages);
            case DATE, PHONE, CHOICE -> one(parameters, parameter.name(), typed, field);
        }
    }

    /** A name that is the same everywhere, or one for each language as soon as one of them has its own. */
    private static void place(ObjectNode parameters, String name, Fields typed, String field, List<String> languages) {
        if (languages.stream().allMatch(l -> typed.text(field + '.' + l).isEmpty())) {
            one(parameters, name, typed, field);
            return;
        }
        ObjectNode names = parameters.putObject(name);
        for (String language : languages) {
            String own = typed.text(field + '.' + language);
            names.put(language, own.isEmpty() ? typed.text(field) : own);
        }
    }

    private static void geometry(ObjectNode body, List<List<CapPoint>> rings) {
        if (rings.isEmpty()) {
            return;
        }
        ObjectNode geometry = body.putObject("geometry");
        geometry.put("type", "MultiPolygon");
        ArrayNode polygons = geometry.putArray("coordinates");
        for (List<CapPoint> ring : rings) {
            ArrayNode positions = polygons.addArray().addArray();
            ring.forEach(point -> positions.addArray().add(point.lon()).add(point.lat()));
        }
    }

    private static void one(ObjectNode body, String key, Fields typed, String field) {
        if (!typed.text(field).isEmpty()) {
            body.put(key, typed.text(field));
        }
    }

    private static void all(ObjectNode body, String key, List<String> values) {
        List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
        if (!given.isEmpty()) {
            ArrayNode array = body.putArray(key);
            given.forEach(array::add);
        }
    }
}
