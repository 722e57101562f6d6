package org.carillon.ingest.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carillon.ingest.http.ProblemException;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.template.Arguments;
import org.carillon.rendering.template.Template;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.alert.AlertText;

/** What the correction of a false alarm says, in words that are approved beforehand: that there is no danger, and nothing to do. */
public final class Corrections {
    private static final String TEMPLATE = "correction";

    private final Catalogue catalogue;
    private final Templates templates;
    private final Template template;

    public Corrections(Catalogue catalogue, Templates templates) {
        this.catalogue = catalogue;
        this.templates = templates;
        this.template = templates.find(TEMPLATE).orElseThrow();
    }

    /** In those languages of the texts that it takes back that the catalogue has. */
    public Map<String, AlertText> of(Map<String, AlertText> takenBack) {
        List<String> spoken = takenBack.keySet().stream()
                .filter(language -> catalogue.language(language).isPresent())
                .toList();
        return switch (Arguments.read(template, Map.of(), spoken)) {
            case Arguments.Reading.Complete complete -> {
                Map<String, AlertText> texts = new LinkedHashMap<>();
                spoken.forEach(language -> texts.put(
                        language,
                        said(
                                Objects.requireNonNull(takenBack.get(language)),
                                templates.text(complete.arguments(), language))));
                yield texts;
            }
            case Arguments.Reading.Faulty faulty ->
                throw new IllegalStateException("the template " + TEMPLATE + " takes no parameters");
        };
    }

    /** Whether a correction was refused only for want of room. */
    public static boolean isTooLong(ProblemException refusal) {
        return !refusal.problem().violations().isEmpty()
                && refusal.problem().violations().stream()
                        .allMatch(found -> found.rule().equals(Fault.TEXT_TOO_LONG));
    }

    private static AlertText said(AlertText takenBack, AlertText words) {
        return new AlertText(
                takenBack.event(),
                words.headline(),
                words.description(),
                words.instruction(),
                words.plain(),
                takenBack.senderName());
    }
}
