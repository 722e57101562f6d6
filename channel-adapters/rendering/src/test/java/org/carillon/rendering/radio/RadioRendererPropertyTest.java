package org.carillon.rendering.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

class RadioRendererPropertyTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final RadioRenderer RENDERER = new RadioRenderer(CATALOGUE, LocalStyle.plain(), "112");
    private static final Pattern LONG_RUN = Pattern.compile("\\d{5}");

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void saysTheWholeInstructionInTheCoreAndNothingThatCannotBeRead(@ForAll("notices") Notice notice) {
        switch (RENDERER.render(notice, ContentFormat.STANDARD)) {
            case Rendered.Ready ready -> {
                Rendition script = ready.rendition();
                List<String> paragraphs = List.of(script.body().split("\n\n", -1));
                int core = number(script, RadioRenderer.CORE_PARAGRAPHS);
                String coreText = String.join("\n\n", paragraphs.subList(0, core));
                String instruction = new Speaker(CATALOGUE, LocalStyle.plain(), notice.language(), "112")
                        .speak(notice.instruction())
                        .text();

                assertThat(core).isBetween(1, paragraphs.size());
                assertThat(paragraphs).allMatch(p -> !p.isBlank() && p.equals(p.strip()) && !p.contains("\n"));
                assertThat(coreText).contains(instruction);
                // Of the words as written none is lost; numbers, addresses and units may be said otherwise.
                assertThat(words(coreText)).containsAll(words(notice.instruction()));
                assertThat(script.body()).doesNotContainIgnoringCase("http").doesNotContain("www.", "@", "%", "&");
                assertThat(LONG_RUN.matcher(script.body()).find()).isFalse();
                SpeakingPace pace = new SpeakingPace(CATALOGUE);
                assertThat(number(script, RadioRenderer.SECONDS))
                        .isEqualTo(pace.seconds(notice.language(), script.body()));
                assertThat(number(script, RadioRenderer.CORE_SECONDS))
                        .isEqualTo(pace.seconds(notice.language(), coreText))
                        .isLessThanOrEqualTo(RadioRenderer.MOST_CORE_SECONDS);
                assertThat(RENDERER.render(notice, ContentFormat.STANDARD)).isEqualTo(ready);
            }
            case Rendered.TooLong tooLong -> assertThat(tooLong.excess()).isPositive();
        }
    }

    private static int number(Rendition script, String attribute) {
        return Integer.parseInt(script.attributes().getOrDefault(attribute, "-1"));
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\s+", -1))
                        .filter(word -> !word.contains("/") && !word.contains("@"))
                        .map(word -> word.replaceAll("[.!?:,]+$", ""))
                        .filter(word -> word.matches("\\p{L}{3,}"))
                        .toList();
    }

    @Provide
    Arbitrary<Notice> notices() {
        Arbitrary<String> sentence = Arbitraries.of(
                "Boil your water.",
                "Stay indoors until 21:00!",
                "Evacuate\n- the harbour\n- the mill",
                "اغلوا الماء قبل شربه.",
                "Hierva “el agua” – ahora…",
                "Call\n555-0134",
                "Call +351 912 345 678 or 112.",
                "See https://water.example/a?b=1&c=22222222 for more.",
                "See (http://a1.example).",
                "Mail help@water.example & wait.",
                "Within 10-15 km, 5% of 100000 homes",
                "Go to high ground 😀 now.");
        Arbitrary<String> text = sentence.list().ofMaxSize(60).map(list -> String.join("  ", list));
        return Combinators.combine(
                        Arbitraries.of(Notices.LANGUAGES),
                        Arbitraries.of(Notice.Kind.values()),
                        text,
                        text,
                        Arbitraries.of("Old Harbour", "Ribera Ñuñoa", "تل الطاحونة")
                                .list()
                                .ofMaxSize(40),
                        Arbitraries.of(true, false))
                .as((language, kind, description, instruction, areas, exercise) -> {
                    Notice notice = Notices.with(Notices.notice(kind, language), description, instruction, areas);
                    return exercise ? Notices.exercise(notice) : notice;
                });
    }
}
