package org.carillon.rendering.radio;

import static org.assertj.core.api.Assertions.assertThat;

import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.locale.LocalStyle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Leave by 19:05.|Leave by 7:05 in the evening.",
                "en|Until 9:00, or 21:00 hours|Until 9 in the morning, or 9 at night",
                "en|Open 09:00 – 12:00|Open 9 in the morning to 12 noon",
                "en|From Sunday 22 November at 10:30|From Sunday 22 November at 10:30 in the morning",
                "en|Until 7:05 p.m. Then wait.|Until 7:05 in the evening. Then wait.",
                "en|Closed from 19:05: Mill Street|Closed from 7:05 in the evening: Mill Street",
                "en|Before 7pm, call|Before 7 in the evening, call",
                "es|Hasta las 21:00 h.|Hasta las 9 de la noche.",
                "fr|Jusqu'à 19:05|Jusqu'à 19 heures 05",
                "fr|Jusqu'à 21:00|Jusqu'à 21 heures",
                "it|domenica 22 novembre alle ore 19:05|domenica 22 novembre alle ore 19 e 05",
                "pt|até às 21:00|até às 21 horas",
                "nl|om 19:00 uur|om 7 uur ’s avonds",
                "pl|do 19:05|do 7:05 wieczorem",
                "ru|в 22:00 часов|в 10 вечера",
                "bg|до 19:05 ч. Пийте|до 7:05 вечерта. Пийте",
                "ga|ag 19:05|ag 7:05 tráthnóna",
                "ar|حتى الساعة 19:05|حتى الساعة 7:05 مساءً",
                "ar|حتى الساعة 7:05 م|حتى الساعة 7:05 مساءً",
                "ur|19:05 بجے تک|شام 7:05 بجے تک",
                "hi|22 नवंबर को 19:05 बजे|22 नवंबर को शाम 7:05 बजे",
                "bn|22 নভেম্বর, 19:05 থেকে|22 নভেম্বর, সন্ধ্যা 7:05 থেকে",
                "zh-Hans|请在19:05之前撤离|请在晚上7点05分之前撤离",
                "zh-Hans|下午2:00开始|下午2点开始",
                "ht|jiska 19:05|jiska 7:05 nan aswè",
                "ht|dimanch 22 novanm a 10:30|dimanch 22 novanm a 10:30 nan maten",
            })
    void shouldSayATimeAsTheHubSaysItsOwn(String language, String written, String said) {
        assertThat(in("PT", language).spoken(written)).isEqualTo(said);
    }

    /** What is not beyond doubt stays as it was approved, with all other times of the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Come at 9:00",
                "Come at 9:00 tonight or at 21:30",
                "This evening from 19:05",
                "From 19:05 to 00:30",
                "Mix it 1:10 with water",
                "At 25:00 or 19:75",
                "Look at https://a.example/19:05",
                "Call 112 within 24 hours",
                "I am 7 years old",
            })
    void shouldLeaveWhatMayBeMeantOtherwise(String written) {
        assertThat(in("PT", "en").spoken(written)).isEqualTo(written);
    }

    @Test
    void shouldNotTakeMetresForTheAfternoon() {
        assertThat(in("SA", "ar").spoken("ابتعدوا 7 م عن النهر")).isEqualTo("ابتعدوا 7 م عن النهر");
    }

    @Test
    void shouldKnowHowTheCityWrites() {
        assertThat(in("US", "en").spoken("From Sunday, November 22 at 7:05 PM"))
                .isEqualTo("From Sunday, November 22 at 7:05 in the evening");
        assertThat(in("US", "en").spoken("From Sunday, November 22 at 10:30"))
                .isEqualTo("From Sunday, November 22 at 10:30");
        assertThat(in("US", "en").spoken("Open 9:00 to 5:00, by telephone until 21:00"))
                .isEqualTo("Open 9:00 to 5:00, by telephone until 21:00");
    }

    /** What the hub says itself has to read as said: it is never changed a second time. */
    @TestFactory
    Iterable<DynamicTest> shouldNotSayATimeTwice() {
        return CATALOGUE.languages().stream()
                .map(Language::tag)
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    WrittenTimes times = in("PT", language);
                    for (String written : new String[] {"06:30", "14:05", "19:05", "22:40"}) {
                        String said = times.spoken(written);
                        assertThat(said).doesNotContain(written);
                        assertThat(times.spoken(said)).isEqualTo(said);
                    }
                }))
                .toList();
    }

    private static WrittenTimes in(String country, String language) {
        return new WrittenTimes(CATALOGUE, LocalStyle.of(country), language);
    }
}
