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
 * @param parameters by name, as they were given: texts, numbers, or texts by language
 * @param ownWording languages (BCP 47) in which the officer wrote other texts than the template's
 */
public record TemplateUse(String id, Map<String, Object> parameters, List<String> ownWording) {
    public TemplateUse {
        Objects.requireNonNull(id, "id");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        ownWording = List.copyOf(ownWording);
    }
}
