package org.carillon.rendering.template;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;

/**
 * A hazard with approved wording, and its playbook: what an alert about it starts with.
 *
 * @param id as in {@code boil-water}
 * @param topic of the city's topics
 * @param lifetime until it expires, unless the officer says otherwise
 * @param channels that the hazard asks for, radio always among them
 * @param parameters in the order of the form
 */
public record Template(
        String id,
        String topic,
        List<Category> categories,
        List<ResponseType> responseTypes,
        Severity severity,
        Urgency urgency,
        Certainty certainty,
        Duration lifetime,
        List<String> channels,
        List<Parameter> parameters) {
    private static final String RADIO = "radio";

    public Template {
        categories = List.copyOf(categories);
        responseTypes = List.copyOf(responseTypes);
        channels = List.copyOf(channels);
        parameters = List.copyOf(parameters);
        if (!channels.contains(RADIO)) {
            throw new IllegalArgumentException("radio is among the channels of every hazard");
        }
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.laterThan().isPresent()
                    && !names.contains(parameter.laterThan().get())) {
                throw new IllegalArgumentException(
                        parameter.name() + ": 'after' names a parameter that stands before it");
            }
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(parameter.name() + " is there twice");
            }
        }
    }

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
