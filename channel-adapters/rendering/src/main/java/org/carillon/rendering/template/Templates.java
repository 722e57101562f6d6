package org.carillon.rendering.template;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.locale.LongTimes;
import org.carillon.schemas.alert.AlertText;

/** All templates, and what they say in each of the catalogue's languages. Immutable; safe for threads. */
public final class Templates {
    private static final String EMERGENCY = "emergency";
    /** Keeps a plus before its digits in a line from right to left (Unicode UAX #9). */
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";

    private final Catalogue catalogue;
    private final Place place;
    private final LongTimes times;
    private final Map<String, Template> templates = new LinkedHashMap<>();

    /**
     * Where the texts are read.
     *
     * @param emergencyNumber what residents dial
     */
    public record Place(ZoneId zone, String emergencyNumber) {}

    /**
     * Reads the definitions.
     *
     * @throws org.carillon.rendering.catalogue.CatalogueException naming what is wrong, by file and key
     */
    public Templates(Catalogue catalogue, Place place) {
        this.catalogue = catalogue;
        this.place = place;
        this.times = new LongTimes(catalogue, LocalStyle.ofZone(place.zone()));
        catalogue.templates().forEach((id, node) -> templates.put(id, TemplateReader.read(id, node)));
    }

    /** All, in the catalogue's order. */
    public List<Template> all() {
        return List.copyOf(templates.values());
    }

    /** The template of that id. */
    public Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** What a hazard is called in lists. */
    public String title(Template template, String language) {
        Map<String, Object> none = new HashMap<>(Map.of(EMERGENCY, place.emergencyNumber()));
        for (Parameter parameter : template.parameters()) {
            // "other" is what every selection ends with.
            none.put(parameter.name(), parameter instanceof Parameter.Count ? Integer.valueOf(0) : "other");
        }
        return catalogue.wording(language, template.id(), "event", none);
    }

    /**
     * What an alert says.
     *
     * @param language one of those that the arguments were read for
     * @throws IllegalArgumentException for a language that the catalogue or a place's name does not have
     */
    public AlertText text(Arguments arguments, String language) {
        Map<String, Object> values = new HashMap<>(Map.of(EMERGENCY, place.emergencyNumber()));
        arguments.values().forEach((name, argument) -> values.put(name, value(argument, language)));
        String id = arguments.template().id();
        return new AlertText(
                catalogue.wording(language, id, "event", values),
                catalogue.wording(language, id, "headline", values),
                catalogue.wording(language, id, "description", values),
                catalogue.wording(language, id, "instruction", values),
                catalogue.wording(language, id, "plain", values));
    }

    private Object value(Argument argument, String language) {
        return switch (argument) {
            case Argument.Count count -> count.value();
            case Argument.Time time -> times.moment(time.value().atZoneSameInstant(place.zone()), language);
            case Argument.Date date -> times.day(date.value(), language);
            case Argument.Place name ->
                name.in(language).orElseThrow(() -> new IllegalArgumentException("a place has no name in " + language));
            case Argument.Phone phone -> phone(phone.value(), language);
            case Argument.Choice choice -> choice.value();
        };
    }

    private String phone(String number, String language) {
        boolean turned = number.startsWith("+")
                && catalogue.language(language).filter(Language::rightToLeft).isPresent();
        return turned ? LEFT_TO_RIGHT_MARK + number + LEFT_TO_RIGHT_MARK : number;
    }
}
