package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.page.Figures;
import org.carillon.ingest.console.page.Texts;
import org.carillon.ingest.remark.Remark;
import org.carillon.rendering.check.Finding;
import org.carillon.rendering.check.Finding.Fact;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.hint.Field;
import org.carillon.rendering.hint.Hint;
import org.carillon.rendering.hint.Matter;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
    private static final LanguageFacts ENGLISH = new LanguageFacts(
            "en",
            Severity.SEVERE,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED,
            Instant.parse("2026-11-22T12:00:00Z"),
            Set.of("D01", "D03"),
            "Go.");
    private static final LanguageFacts OTHER =
            new LanguageFacts("es", Severity.MINOR, Urgency.FUTURE, Certainty.LIKELY, null, Set.of(), null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | SEVERITY | says Minor where English says Severe",
                "en | EXPIRES | says nothing where English says 12:00",
                "en | AREAS | says nothing where English says Old Harbour, Market Hill",
                "es | SEVERITY | dice Leve donde English dice Grave",
                "es | URGENCY | dice Más tarde donde English dice Ahora",
                "ar | SEVERITY | المذكور هنا: خطر بسيط، وفي نص \u2068English\u2069: خطر شديد",
                "ar | EXPIRES | المذكور هنا: لا شيء، وفي نص \u2068English\u2069: 12:00",
                "ar | INSTRUCTION | لا ذكر لما يجب فعله"
            })
    void shouldNameThingsAsThePageDoes(String language, Fact fact, String message) {
        assertThat(spoken(language)
                        .of(new Remark.OfFact(new Finding(Finding.Level.ERROR, fact, OTHER, ENGLISH)))
                        .message())
                .isEqualTo(message);
    }

    @Test
    void shouldLeaveTheEndOfTheSentenceToThePage() {
        Remark odd = new Remark.OfReference("REFERENCE_TO_SELF", "The message refers to itself.");

        assertThat(spoken("en").of(odd).message()).isEqualTo("The message refers to itself");
        assertThat(spoken("es").of(odd).message()).isEqualTo("El mensaje remite a sí mismo; esa referencia no cuenta");
    }

    @Test
    void shouldBeginASentenceThatStandsAlone() {
        Remark long29 = new Remark.OfText(
                new Hint("long-sentence", "en", Field.INSTRUCTION, "Go to the", new Matter.TooLong(29, 25)));

        assertThat(spoken("es").alone(long29).message()).isEqualTo("Tiene una frase de 29 palabras (como máximo 25)");
        assertThat(spoken("ar").alone(long29).message()).isEqualTo("جملة من 29 كلمة (الحد الأقصى 25)");
    }

    private static Spoken spoken(String language) {
        Words words = new Words(
                Texts.load(language, List.of("alerts", "frame")),
                new Figures(language, TestHub.CITY.zone()),
                TestHub.CITY.zone(),
                TestHub.CLOCK);
        return new Spoken(new CityView(TestHub.CITY, TestHub.CATALOGUE, words), words);
    }
}
