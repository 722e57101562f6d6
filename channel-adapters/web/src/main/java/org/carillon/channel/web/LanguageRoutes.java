package org.carillon.channel.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;

/**
 * Turns paths with {@code {lang}} into one path for each language of the city. A route {@code /:lang/} would take what belongs to
 * other parts of the hub ({@code /console/}).
 */
final class LanguageRoutes {
    private static final String PLACE = "{lang}";

    private final List<String> languages;

    LanguageRoutes(List<String> languages) {
        this.languages = List.copyOf(languages);
    }

    /** The file with those paths spelt out; an operation's id gets the language at its end. */
    JsonNode expand(JsonNode openApi) {
        ObjectNode all = openApi.deepCopy();
        ObjectNode paths = all.putObject("paths");
        openApi.path("paths").properties().forEach(path -> {
            if (path.getKey().contains(PLACE)) {
                for (String language : languages) {
                    ObjectNode methods = path.getValue().deepCopy();
                    methods.forEach(method -> ((ObjectNode) method)
                            .put("operationId", id(method.path("operationId").asText(), language)));
                    paths.set(path.getKey().replace(PLACE, language), methods);
                }
            } else {
                paths.set(path.getKey(), path.getValue());
            }
        });
        return all;
    }

    /** The handlers to go with them. */
    Map<String, Function<HttpExchange, HttpAnswer>> bind(
            Map<String, BiFunction<String, HttpExchange, HttpAnswer>> handlers) {
        Map<String, Function<HttpExchange, HttpAnswer>> bound = new HashMap<>();
        handlers.forEach((operation, handler) -> languages.forEach(
                language -> bound.put(id(operation, language), exchange -> handler.apply(language, exchange))));
        return bound;
    }

    private static String id(String operation, String language) {
        return operation + "." + language;
    }
}
