package org.carillon.rendering.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.carillon.rendering.hint.Written.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boil water for 1 minute. Call 555-0134 | ar | اغلوا الماء ١ دقيقة. اتصلوا على 555-0134",
                "Boil it for one minute | es | Hiérvala 1 minuto",
                "Boil it for 3 minutes | zh-Hans | 煮沸三分钟",
                "Call 555-0134 | es | Llame al 5550134",
                "Leave by 7 pm | es | Salga antes de las 19:00",
                "Leave by 7:30 p.m. | fr | Partez avant 19h30",
                "Leave by 7 pm | fr | Partez avant 19 h",
                "Leave by 09:05 | nl | Vertrek voor 9.05",
                "Leave by 7:05 pm | zh-Hans | 请在下午7:05之前撤离",
                "Leave by 12 am | es | Salga antes de las 0:00",
                "1,200 people | es | 1200 personas",
                "Leave by Sunday, 22 November, 19:05. | zh-Hans | 请在11月22日星期日 19:05之前撤离。"
            })
    void shouldNotMindHowANumberIsWritten(String english, String language, String other) {
        assertThat(check(english, language, other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boil water for 1 minute | es | Hierva el agua 3 minutos | 3 | 1",
                "Leave by 7 pm | es | Salga antes de las 7:00 | 7 | 19",
                "Leave by 19:30 | fr | Partez avant 19h | '' | 30",
                "Call 112 | ar | اتصلوا على ١١٣ | 113 | 112",
                "Leave by 22 November | zh-Hans | 请在11月23日之前撤离 | 23 | 22"
            })
    void shouldSayWhatDiffers(String english, String language, String other, String extra, String missing) {
        assertThat(check(english, language, other)).singleElement().satisfies(hint -> {
            assertThat(hint.field()).isEqualTo(Field.INSTRUCTION);
            assertThat(hint.matter()).isEqualTo(new Matter.OtherNumbers("en", list(extra), list(missing)));
        });
    }

    @Test
    void shouldCompareTheOtherTextsAsWell() {
        Written english = new Written("en", Map.of(Field.HEADLINE, "Up to 40 degrees"), List.of(), Wording.OWN);
        Written spanish = new Written("es", Map.of(Field.HEADLINE, "Hasta 44 grados"), List.of(), Wording.OWN);

        assertThat(new SameNumbers().check(english, spanish))
                .singleElement()
                .satisfies(hint -> assertThat(hint.words()).isEqualTo("44"));
    }

    @Test
    void shouldLetThePlainTextSayLessAndNotOtherwise() {
        PlainNumbers rule = new PlainNumbers();
        Map<Field, String> less =
                Map.of(Field.INSTRUCTION, "Boil it for 3 minutes. Call 112.", Field.PLAIN, "Call 112.");
        Map<Field, String> other =
                Map.of(Field.INSTRUCTION, "Boil it for 3 minutes.", Field.PLAIN, "Boil it for 2 minutes.");

        assertThat(rule.check(new Written("en", less, List.of(), Wording.OWN))).isEmpty();
        assertThat(rule.check(new Written("en", other, List.of(), Wording.OWN)))
                .singleElement()
                .satisfies(hint -> assertThat(hint.words()).isEqualTo("2"));
    }

    private static List<String> list(String number) {
        return number.isEmpty() ? List.of() : List.of(number);
    }

    private static List<Hint> check(String english, String language, String other) {
        return new SameNumbers()
                .check(
                        new Written("en", Map.of(Field.INSTRUCTION, english), List.of(), Wording.OWN),
                        new Written(language, Map.of(Field.INSTRUCTION, other), List.of(), Wording.OWN));
    }
}
