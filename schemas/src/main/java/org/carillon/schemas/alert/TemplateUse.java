package org.carillon.schemas.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The approved wording that an alert was made from, with what the officer filled in: enough to open the form again.
 *
 * @param id of the template, as {@code boil-water}
 * @param parameters by name, as they were given; each by language (BCP 47), or under {@link #EVERY_LANGUAGE}
 * @param ownWording languages (BCP 47) in which the officer wrote other texts than the template's
 */
public record TemplateUse(String id, Map<String, Map<String, String>> parameters, List<String> ownWording) {
    /** Stands for all languages that have no value of their own. */
    public static final String EVERY_LANGUAGE = "*";

    public TemplateUse {
        Objects.requireNonNull(id, "id");
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, Map.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
        ownWording = List.copyOf(ownWording);
    }
}
