package org.carillon.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.carillon.rendering.check.FactsCheck;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.rendering.sms.SmsText;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    static Stream<Template> templates() {
        return Filled.TEMPLATES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldSayEverythingInEveryLanguage(Template template) {
        Arguments arguments = Filled.arguments(template, Filled.form(template));
        for (String language : Filled.LANGUAGES) {
            AlertText text = Filled.TEMPLATES.text(arguments, language);
            assertThat(Stream.of(text.event(), text.headline(), text.description(), text.instruction(), text.plain()))
                    .as(language)
                    .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{", "}", "#"));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldNameTheSameNumbersInEveryLanguage(Template template) {
        Arguments arguments = Filled.arguments(template, Filled.form(template));
        List<LanguageFacts> facts = Filled.LANGUAGES.stream()
                .map(language -> {
                    AlertText text = Filled.TEMPLATES.text(arguments, language);
                    return new LanguageFacts(
                            language,
                            template.severity(),
                            template.urgency(),
                            template.certainty(),
                            null,
                            Set.of("D01"),
                            text.instruction());
                })
                .toList();

        assertThat(FactsCheck.check(facts, true)).isEmpty();
    }

    /** A word that a language forgot would fall to "other" and name another disease. */
    @ParameterizedTest
    @MethodSource("templates")
    void shouldHaveAWordForEachChoice(Template template) {
        for (Parameter parameter : template.parameters()) {
            if (parameter instanceof Parameter.Choice choice) {
                for (String language : Filled.LANGUAGES) {
                    Set<String> headlines = new HashSet<>();
                    for (String word : choice.of()) {
                        Map<String, Map<String, String>> form = new HashMap<>(Filled.form(template));
                        form.put(choice.name(), Filled.same(word));
                        headlines.add(Filled.TEMPLATES
                                .text(Filled.arguments(template, form), language)
                                .headline());
                    }
                    assertThat(headlines).as(language + " " + template.id()).hasSameSizeAs(choice.of());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldCountByEachLanguagesPlurals(Template template) {
        for (Parameter parameter : template.parameters()) {
            if (parameter instanceof Parameter.Count count) {
                for (int number = count.from(); number <= count.to(); number++) {
                    Map<String, Map<String, String>> form = new HashMap<>(Filled.form(template));
                    form.put(count.name(), Filled.same(Integer.toString(number)));
                    Arguments arguments = Filled.arguments(template, form);
                    for (String language : Filled.LANGUAGES) {
                        AlertText text = Filled.TEMPLATES.text(arguments, language);
                        assertThat(text.event() + text.headline() + text.description() + text.instruction())
                                .as(language + " " + number)
                                .doesNotContain("#");
                    }
                }
            }
        }
    }

    /** An officer may not change the wording, so it has to leave room for the longest names, and for the marks of an exercise. */
    @ParameterizedTest
    @MethodSource("templates")
    void shouldFitEveryChannelWithLongNames(Template template) {
        Map<String, Map<String, String>> form = new HashMap<>(Filled.form(template));
        template.parameters().stream()
                .filter(Parameter.Place.class::isInstance)
                .forEach(place -> form.put(place.name(), Filled.same("Plaza de la Constitución y Calle del Sol")));
        Arguments arguments = Filled.arguments(template, form);
        SoftAssertions all = new SoftAssertions();
        for (String language : Filled.LANGUAGES) {
            AlertText text = Filled.TEMPLATES.text(arguments, language);
            for (Renderer renderer : Filled.RENDERERS) {
                for (ContentFormat format : ContentFormat.values()) {
                    all.assertThat(renderer.render(Filled.notice(template, text, language, true), format))
                            .as(renderer.channel() + " " + language + " " + format)
                            .isInstanceOf(Rendered.Ready.class);
                }
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldMarkAnExerciseAtBothEnds(Template template) {
        Arguments arguments = Filled.arguments(template, Filled.form(template));
        for (String language : Filled.LANGUAGES) {
            AlertText text = Filled.TEMPLATES.text(arguments, language);
            String mark = SmsText.normalise(Filled.CATALOGUE.text(language, "alert.exercise-brief", Map.of()));
            for (ContentFormat format : ContentFormat.values()) {
                assertThat(Filled.RENDERERS.getFirst().render(Filled.notice(template, text, language, true), format))
                        .isInstanceOfSatisfying(
                                Rendered.Ready.class,
                                ready -> assertThat(SmsText.normalise(
                                                ready.rendition().body()))
                                        .startsWith(mark)
                                        .endsWith("\n" + mark));
            }
        }
    }

    @Test
    void shouldNameHazardsWithoutAForm() {
        for (String language : Filled.LANGUAGES) {
            assertThat(Filled.TEMPLATES.all())
                    .extracting(template -> Filled.TEMPLATES.title(template, language))
                    .doesNotHaveDuplicates()
                    .noneMatch(title -> title.isBlank() || title.contains("{"));
        }
    }

    @Test
    void shouldAskEveryHazardForRadio() {
        assertThat(Filled.TEMPLATES.all()).allMatch(t -> t.channels().contains("radio"));
    }

    @ParameterizedTest
    @CsvSource({
        "boil-water, minutes, 0, whole number from 1 to 10",
        "boil-water, minutes, a few, whole number from 1 to 10",
        "boil-water, minutes, '', is missing",
        "boil-water, litres, 3, is not asked",
        "water-outage, end, 2026-11-22T10:00:00Z, later than start",
        "water-outage, start, tomorrow, time with an offset",
        "school-closure, back, 2026-11-22, later than from",
        "school-closure, from, 22/11/2026, has to be a day",
        "missing-person, person, dog, one of",
        "missing-person, phone, call us, telephone number",
        "flood, place, '{too}\u0007', one line",
    })
    void shouldSayWhatIsWrongWithAValue(String id, String parameter, String value, String message) {
        Template template = Filled.TEMPLATES.find(id).orElseThrow();
        Map<String, Map<String, String>> form = new LinkedHashMap<>(Filled.form(template));
        form.put(parameter, Filled.same(value));

        assertThat(Arguments.read(template, form, Filled.LANGUAGES))
                .isInstanceOfSatisfying(
                        Arguments.Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.parameter()).isEqualTo(parameter);
                            assertThat(fault.message()).contains(message);
                        }));
    }

    @Test
    void shouldUseAPlacesOwnNameInEachLanguage() {
        Template flood = Filled.TEMPLATES.find("flood").orElseThrow();
        Map<String, Map<String, String>> form = Map.of("place", Map.of("es", "Molino Viejo", "*", "Old Mill"));
        Arguments arguments = Filled.arguments(flood, form);

        assertThat(Filled.TEMPLATES.text(arguments, "es").instruction()).contains("Molino Viejo");
        assertThat(Filled.TEMPLATES.text(arguments, "en").instruction()).contains("Old Mill");
        assertThat(Arguments.read(flood, Map.of("place", Map.of("es", "Molino Viejo")), List.of("en", "es")))
                .isInstanceOf(Arguments.Reading.Faulty.class);
    }

    /** What an officer types is a value, never a pattern. */
    @Test
    void shouldNotReadAPlaceAsAPattern() {
        Template flood = Filled.TEMPLATES.find("flood").orElseThrow();

        assertThat(Filled.TEMPLATES
                        .text(Filled.arguments(flood, Map.of("place", Filled.same("{emergency} '' #"))), "en")
                        .instruction())
                .contains("{emergency} '' #");
    }
}
