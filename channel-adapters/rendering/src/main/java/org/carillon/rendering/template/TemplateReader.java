package org.carillon.rendering.template;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.rendering.catalogue.CatalogueException;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.WireNamed;

/** Reads what {@code templates.yaml} says of one hazard. */
final class TemplateReader {
    private final String id;
    private final Map<?, ?> node;

    private TemplateReader(String id, Map<?, ?> node) {
        this.id = id;
        this.node = node;
    }

    static Template read(String id, Object node) {
        try {
            return new TemplateReader(id, map(node)).template();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new CatalogueException("templates.yaml: " + id + ": " + e.getMessage());
        }
    }

    private Template template() {
        return new Template(
                id,
                text(node, "topic"),
                codes("category", Category.class),
                codes("response", ResponseType.class),
                code(text(node, "severity"), Severity.class),
                code(text(node, "urgency"), Urgency.class),
                code(text(node, "certainty"), Certainty.class),
                Duration.parse(text(node, "lifetime")),
                words(node, "channels"),
                parameters());
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        Object given = node.get("parameters");
        if (given != null) {
            map(given).forEach((name, value) -> parameters.add(parameter(String.valueOf(name), map(value))));
        }
        return parameters;
    }

    private static Parameter parameter(String name, Map<?, ?> node) {
        Optional<String> after = Optional.ofNullable(node.get("after")).map(String::valueOf);
        String type = text(node, "type");
        return switch (type) {
            case "count" -> new Parameter.Count(name, number(node, "from"), number(node, "to"));
            case "time" -> new Parameter.Time(name, after);
            case "date" -> new Parameter.Date(name, after);
            case "place" -> new Parameter.Place(name);
            case "phone" -> new Parameter.Phone(name);
            case "choice" -> new Parameter.Choice(name, words(node, "of"));
            default -> throw new IllegalArgumentException(name + ": there is no type " + type);
        };
    }

    private <E extends Enum<E> & WireNamed> List<E> codes(String key, Class<E> type) {
        return words(node, key).stream().map(word -> code(word, type)).toList();
    }

    private static <E extends Enum<E> & WireNamed> E code(String word, Class<E> type) {
        return WireNamed.find(type, word)
                .orElseThrow(() -> new IllegalArgumentException(word + " is no " + type.getSimpleName()));
    }

    private static Map<?, ?> map(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("keys and values are expected");
    }

    private static String text(Map<?, ?> node, String key) {
        if (node.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + ": a text is expected");
    }

    private static int number(Map<?, ?> node, String key) {
        if (node.get(key) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + ": a whole number is expected");
    }

    private static List<String> words(Map<?, ?> node, String key) {
        if (node.get(key) instanceof List<?> words && !words.isEmpty()) {
            return words.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException(key + ": a list of words is expected");
    }
}
