package org.carillon.rendering.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the source language has a wording for every hazard, of nothing but what its form asks. */
final class TemplateWording {
    private static final Set<String> FIELDS = Set.of("event", "headline", "description", "instruction", "plain");
    /** What the city gives, not the form. */
    private static final String EMERGENCY = "emergency";

    private TemplateWording() {}

    /** All that does not fit, by file and key; the other languages are compared with the source. */
    static List<String> problems(MessageFile wording, Map<String, Object> templates) {
        List<String> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        templates.forEach((id, template) -> {
            Set<String> parameters = parameters(template);
            Set<String> used = new LinkedHashSet<>();
            for (String field : FIELDS) {
                wanted.add(id + "." + field);
                used.addAll(wording.arguments(id + "." + field));
            }
            used.remove(EMERGENCY);
            if (!used.equals(parameters)) {
                problems.add(wording.name() + ": " + id + ": says " + used + ", templates.yaml asks " + parameters);
            }
        });
        if (!wording.formats().keySet().equals(wanted)) {
            problems.add(
                    wording.name() + ": has other keys than every template in templates.yaml with each of " + FIELDS);
        }
        return problems;
    }

    private static Set<String> parameters(Object template) {
        Set<String> names = new LinkedHashSet<>();
        if (template instanceof Map<?, ?> node && node.get("parameters") instanceof Map<?, ?> parameters) {
            parameters.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
