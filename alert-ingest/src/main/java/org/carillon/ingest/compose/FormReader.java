package org.carillon.ingest.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.CapPolygon;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.WireNamed;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ComposeForm} from JSON and lists everything that is wrong with it, each with its path (RFC 6901). */
public final class FormReader {
    private static final Set<String> KEYS = Set.of(
            "purpose",
            "topic",
            "template",
            "parameters",
            "status",
            "msgType",
            "scope",
            "category",
            "severity",
            "urgency",
            "certainty",
            "responseType",
            "areas",
            "geometry",
            "expires",
            "channels",
            "question",
            "texts",
            "reason");
    private static final Set<String> TEXT_KEYS = Set.of("event", "headline", "description", "instruction", "plain");
    private static final int MOST_TEXT = 20_000;

    private final List<CapViolation> violations = new ArrayList<>();
    private final JsonNode root;

    private FormReader(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads a form.
     *
     * @throws ProblemException 400 where it is no JSON object, 422 with every violation where members are wrong
     */
    public static ComposeForm read(byte[] json) {
        JsonNode root;
        try {
            root = Json.mapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readTree(json);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw ProblemException.badRequest("The body is not well-formed JSON" + where + ".");
        } catch (IOException e) {
            throw ProblemException.badRequest("The body cannot be read as JSON.");
        }
        if (!root.isObject()) {
            throw ProblemException.badRequest(
                    "The body has to be a JSON object; see the schema Compose in openapi.json.");
        }
        FormReader reader = new FormReader(root);
        ComposeForm form = reader.form();
        if (!reader.violations.isEmpty()) {
            throw ProblemException.unprocessable("The form has faults; nothing was stored.", reader.violations);
        }
        return form;
    }

    private ComposeForm form() {
        unknownKeys(root, KEYS, "");
        return new ComposeForm(
                string("purpose"),
                string("topic"),
                template(),
                code("status", Status.class),
                code("msgType", MsgType.class),
                code("scope", Scope.class),
                codes("category", Category.class),
                code("severity", Severity.class),
                code("urgency", Urgency.class),
                code("certainty", Certainty.class),
                codes("responseType", ResponseType.class),
                strings("areas"),
                polygons(),
                expires(),
                strings("channels"),
                flag("question"),
                texts(),
                string("reason"));
    }

    private @Nullable TemplateUse template() {
        String id = string("template");
        JsonNode parameters = root.path("parameters");
        boolean given = !parameters.isMissingNode() && !parameters.isNull();
        if (given && (id == null || !parameters.isObject())) {
            wrong("HUB_TEMPLATE", "/parameters", "has to be an object: name → value, beside the id of a 'template'.");
        }
        if (id == null || (given && !parameters.isObject())) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
            JsonNode value = entry.getValue();
            if (value.isObject()
                    && value.properties().stream()
                            .allMatch(name -> name.getValue().isTextual())) {
                Map<String, String> names = new LinkedHashMap<>();
                value.properties()
                        .forEach(
                                name -> names.put(name.getKey(), name.getValue().asText()));
                values.put(entry.getKey(), names);
            } else if (value.isTextual() || value.isIntegralNumber()) {
                values.put(entry.getKey(), value.asText());
            } else {
                wrong(
                        "HUB_TEMPLATE",
                        "/parameters/" + pointer(entry.getKey()),
                        "has to be a text, a whole number, or an object: language → text.");
            }
        }
        return new TemplateUse(id, values, List.of());
    }

    private Map<String, AlertText> texts() {
        Map<String, AlertText> texts = new LinkedHashMap<>();
        JsonNode node = root.path("texts");
        if (!node.isMissingNode() && !node.isObject()) {
            wrong("HUB_FORM", "/texts", "has to be an object: language → {event, headline, description, instruction}.");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String path = "/texts/" + pointer(entry.getKey());
            String tag = Locale.forLanguageTag(entry.getKey()).toLanguageTag();
            if (tag.equals("und")) {
                wrong(
                        "LANGUAGE_SYNTAX",
                        path,
                        "'" + entry.getKey() + "' is no language tag (BCP 47), such as en or pt-BR.");
                continue;
            }
            if (texts.containsKey(tag)) {
                wrong("HUB_FORM", path, "is there twice: '" + entry.getKey() + "' means the language " + tag + '.');
                continue;
            }
            JsonNode text = entry.getValue();
            if (!text.isObject()) {
                wrong("HUB_FORM", path, "has to be an object: {event, headline, description, instruction}.");
                continue;
            }
            unknownKeys(text, TEXT_KEYS, path);
            String event = text(text, path, "event", true);
            String headline = text(text, path, "headline", true);
            if (event != null && headline != null) {
                texts.put(
                        tag,
                        new AlertText(
                                event,
                                headline,
                                text(text, path, "description", false),
                                text(text, path, "instruction", false),
                                text(text, path, "plain", false)));
            }
        }
        return texts;
    }

    private @Nullable String text(JsonNode texts, String path, String key, boolean required) {
        JsonNode node = texts.path(key);
        if (node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.asText().isBlank())) {
            if (required) {
                wrong("HUB_FORM", path + '/' + key, "is missing: every language needs event and headline.");
            }
            return null;
        }
        if (!node.isTextual() || node.asText().length() > MOST_TEXT) {
            wrong("HUB_FORM", path + '/' + key, "has to be a text of at most " + MOST_TEXT + " characters.");
            return null;
        }
        return node.asText().strip();
    }

    private List<CapPolygon> polygons() {
        JsonNode geometry = root.path("geometry");
        if (geometry.isMissingNode() || geometry.isNull()) {
            return List.of();
        }
        List<JsonNode> shapes = new ArrayList<>();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> shapes.add(geometry.path("coordinates"));
            case "MultiPolygon" -> geometry.path("coordinates").forEach(shapes::add);
            default -> wrong("HUB_FORM", "/geometry/type", "has to be Polygon or MultiPolygon.");
        }
        List<JsonNode> rings = new ArrayList<>();
        for (JsonNode shape : shapes) {
            if (shape.size() > 1) {
                wrong("HUB_FORM", "/geometry/coordinates", "has a hole: CAP cannot say that, send polygons without.");
            }
            rings.add(shape.path(0));
        }
        List<CapPolygon> polygons = new ArrayList<>();
        for (JsonNode ring : rings) {
            try {
                List<CapPoint> points = new ArrayList<>();
                for (JsonNode position : ring) {
                    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                        throw new IllegalArgumentException("a position is [longitude, latitude]");
                    }
                    points.add(new CapPoint(
                            position.path(1).asDouble(), position.path(0).asDouble()));
                }
                polygons.add(CapPolygon.of(points));
            } catch (IllegalArgumentException e) {
                wrong(
                        "HUB_FORM",
                        "/geometry/coordinates",
                        "is no ring of [longitude, latitude] pairs: " + e.getMessage() + '.');
            }
        }
        return polygons;
    }

    private @Nullable OffsetDateTime expires() {
        String text = string("expires");
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
            if (time.getYear() < 1900 || time.getYear() > 9998) {
                throw new DateTimeParseException("no year that CAP can write", text, 0);
            }
            return time;
        } catch (DateTimeParseException e) {
            wrong("HUB_FORM", "/expires", "has to be a time with an offset, such as 2026-11-22T18:00:00+01:00.");
            return null;
        }
    }

    private boolean flag(String key) {
        JsonNode node = root.path(key);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            wrong("HUB_FORM", '/' + key, "has to be true or false.");
        }
        return node.asBoolean(false);
    }

    private @Nullable String string(String key) {
        JsonNode node = root.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            wrong("HUB_FORM", '/' + key, "has to be a text.");
            return null;
        }
        return node.asText().strip();
    }

    private List<String> strings(String key) {
        JsonNode node = root.path(key);
        List<String> found = new ArrayList<>();
        if (node.isTextual()) {
            found.add(node.asText());
        } else if (node.isArray()) {
            for (JsonNode one : node) {
                if (one.isTextual()) {
                    found.add(one.asText().strip());
                } else {
                    wrong("HUB_FORM", '/' + key, "has to be a list of texts.");
                }
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            wrong("HUB_FORM", '/' + key, "has to be a list of texts.");
        }
        return found;
    }

    private <E extends Enum<E> & WireNamed> @Nullable E code(String key, Class<E> type) {
        String text = string(key);
        return text == null ? null : constant(key, text, type);
    }

    private <E extends Enum<E> & WireNamed> List<E> codes(String key, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (String text : strings(key)) {
            E constant = constant(key, text, type);
            if (constant != null) {
                found.add(constant);
            }
        }
        return found;
    }

    private <E extends Enum<E> & WireNamed> @Nullable E constant(String key, String text, Class<E> type) {
        return WireNamed.find(type, text).orElseGet(() -> {
            wrong(
                    "HUB_FORM",
                    '/' + key,
                    "'" + text + "' is none of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(WireNamed::wireName)
                                    .toList() + ".");
            return null;
        });
    }

    /** A key as a step of a JSON pointer (RFC 6901). */
    private static String pointer(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void unknownKeys(JsonNode node, Set<String> known, String path) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                wrong(
                        "HUB_FORM",
                        path + '/' + pointer(entry.getKey()),
                        "is not known here; known are " + new TreeSet<>(known) + '.');
            }
        }
    }

    private void wrong(String rule, String path, String message) {
        violations.add(new CapViolation(rule, path, 0, 0, path + ' ' + message));
    }
}
