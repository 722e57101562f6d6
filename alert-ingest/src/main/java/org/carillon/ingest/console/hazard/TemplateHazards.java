package org.carillon.ingest.console.hazard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.console.page.Texts;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.template.Template;
import org.carillon.rendering.template.Templates;

/** The hazards of the catalogue's templates, named in the language of the pages. */
public final class TemplateHazards implements Hazards {
    /** A name of its own for a gap where the general one would be wrong, as the degrees of heat and of cold. */
    private static final String LABEL = "alerts.parameter.";

    private final List<Hazard> hazards;

    /** {@code texts} have the names of the gaps, as {@code alerts.parameter.minutes}. */
    public TemplateHazards(Templates templates, Catalogue catalogue, City city, Texts texts) {
        this.hazards = templates.all().stream()
                .map(template -> hazard(template, templates, catalogue, city, texts))
                .sorted(Comparator.comparingInt(hazard -> -hazard.severity().rank()))
                .toList();
    }

    @Override
    public List<Hazard> all() {
        return hazards;
    }

    private static Hazard hazard(Template template, Templates templates, Catalogue catalogue, City city, Texts texts) {
        return new Hazard(
                template.id(),
                title(template, templates, texts),
                "",
                template.topic(),
                template.severity(),
                template.urgency(),
                template.certainty(),
                template.lifetime(),
                template.channels(),
                template.parameters().stream()
                        .map(parameter -> parameter(template, parameter, texts))
                        .toList(),
                city.languages().stream()
                        .flatMap(code -> catalogue.language(code).stream())
                        .map(TemplateHazards::wording)
                        .toList());
    }

    /** What officers call it; where nobody has named it, what residents do. */
    private static String title(Template template, Templates templates, Texts texts) {
        return Optional.ofNullable(texts.find("alerts.hazard." + template.id()))
                .orElseGet(() -> templates.title(template, texts.language()));
    }

    private static Hazard.Wording wording(Language language) {
        String review = language.reviewedBy()
                .map(by -> by + language.reviewedOn().map(on -> ", " + on).orElse(""))
                .orElse("");
        return new Hazard.Wording(language.tag(), language.source() || language.reviewed(), review);
    }

    private static Parameter parameter(
            Template template, org.carillon.rendering.template.Parameter parameter, Texts texts) {
        String name = parameter.name();
        String label = Optional.ofNullable(texts.find(LABEL + template.id() + '.' + name))
                .orElseGet(() -> Optional.ofNullable(texts.find(LABEL + name)).orElse(name));
        return switch (parameter) {
            case org.carillon.rendering.template.Parameter.Count count ->
                new Parameter(
                        name,
                        label,
                        texts.t("alerts.parameter.range", "from", count.from(), "to", count.to()),
                        Parameter.Kind.COUNT,
                        count.from(),
                        count.to(),
                        List.of());
            case org.carillon.rendering.template.Parameter.Time time -> plain(name, label, Parameter.Kind.TIME);
            case org.carillon.rendering.template.Parameter.Date date -> plain(name, label, Parameter.Kind.DATE);
            case org.carillon.rendering.template.Parameter.Place place ->
                new Parameter(
                        name, label, texts.t("alerts.parameter.place-hint"), Parameter.Kind.PLACE, 0, 0, List.of());
            case org.carillon.rendering.template.Parameter.Phone phone -> plain(name, label, Parameter.Kind.PHONE);
            case org.carillon.rendering.template.Parameter.Choice choice ->
                new Parameter(
                        name,
                        label,
                        "",
                        Parameter.Kind.CHOICE,
                        0,
                        0,
                        choice.of().stream()
                                .map(value -> new Parameter.Option(
                                        value,
                                        Optional.ofNullable(texts.find("alerts.choice." + value))
                                                .orElse(value)))
                                .toList());
        };
    }

    private static Parameter plain(String name, String label, Parameter.Kind kind) {
        return new Parameter(name, label, "", kind, 0, 0, List.of());
    }
}
