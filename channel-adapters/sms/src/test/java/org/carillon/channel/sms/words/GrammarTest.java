package org.carillon.channel.sms.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.resident.AreaChoice.Mode.ADD;
import static org.carillon.schemas.resident.AreaChoice.Mode.REMOVE;
import static org.carillon.schemas.resident.AreaChoice.Mode.SET;

import java.util.List;
import org.carillon.channel.sms.Demo;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.Meaning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final Grammar GRAMMAR = new Grammar(Catalogue.load().words(), Demo.city());

    private Meaning only(String text) {
        List<Meaning> meanings = GRAMMAR.meanings(text);
        assertThat(meanings).as(text).hasSize(1);
        return meanings.getFirst();
    }

    /** Of a word that several languages share, the meaning in the first of them. */
    private Meaning first(String text) {
        List<Meaning> meanings = GRAMMAR.meanings(text);
        assertThat(meanings).as(text).isNotEmpty();
        return meanings.getFirst();
    }

    private static AreaChoice set(String... districts) {
        return new AreaChoice(SET, false, List.of(districts), List.of());
    }

    private static Meaning join(String language, @Nullable AreaChoice area, @Nullable String chosen) {
        return new Meaning.Join(language, area, chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "JOIN, en",
        "join, en",
        " Join! , en",
        "ＪＯＩＮ, en",
        "ALTA, es",
        "álta, es",
        "¡Alta!, es",
        "اشتراك, ar",
        "اشتراك., ar",
        "إشتراك, ar",
        "اشتـراك, ar",
        "اِشتِراك, ar"
    })
    void shouldKnowJoinInEveryLanguage(String text, String language) {
        assertThat(only(text)).isEqualTo(join(language, null, null));
    }

    @Test
    void shouldReadAreaAndLanguageBehindJoinInAnyOrder() {
        assertThat(only("JOIN D01")).isEqualTo(join("en", set("D01"), null));
        assertThat(only("join d 1")).isEqualTo(join("en", set("D01"), null));
        assertThat(only("Join old harbour")).isEqualTo(join("en", set("D01"), null));
        assertThat(only("JOIN old harbour es")).isEqualTo(join("en", set("D01"), "es"));
        assertThat(only("JOIN Español Old Harbour")).isEqualTo(join("en", set("D01"), "es"));
        assertThat(only("JOIN 70103 arabic")).isEqualTo(join("en", set("D02"), "ar"));
        assertThat(only("ALTA puerto viejo")).isEqualTo(join("es", set("D01"), null));
        assertThat(only("ALTA el faro")).isEqualTo(join("es", set("D02"), null));
        assertThat(only("اشتراك الميناء القديم")).isEqualTo(join("ar", set("D01"), null));
        assertThat(only("اشتراك ٧٠١٠٣")).isEqualTo(join("ar", set("D02"), null));
        assertThat(only("JOIN all")).isEqualTo(join("en", new AreaChoice(SET, true, List.of(), List.of()), null));
        assertThat(only("ALTA toda la ciudad"))
                .isEqualTo(join("es", new AreaChoice(SET, true, List.of(), List.of()), null));
        assertThat(only("JOIN es")).isEqualTo(join("en", null, "es"));
        assertThat(only("JOIN riverside, lakeside")).isEqualTo(join("en", set("D04", "D06"), null));
    }

    @Test
    void shouldOfferWhatIsNearAnUnclearPlace() {
        assertThat(only("JOIN riversid"))
                .isEqualTo(join("en", new AreaChoice(SET, false, List.of(), List.of("D04")), null));
        assertThat(only("JOIN please")).isEqualTo(join("en", set(), null));
        assertThat(only("JOIN the area of riverside please")).isEqualTo(join("en", set("D04"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "yes.", "Yes!", "y"})
    void shouldTakeAYesThatIsTheWholeMessage(String text) {
        assertThat(only(text)).isEqualTo(new Meaning.Yes("en"));
    }

    @Test
    void shouldNotTakeAYesWithConditions() {
        assertThat(GRAMMAR.meanings("yes but not now")).isEmpty();
        assertThat(GRAMMAR.meanings("Sí, acepto")).containsExactly(new Meaning.Yes("es"));
        assertThat(GRAMMAR.meanings("OK")).startsWith(new Meaning.Yes("en"), new Meaning.Yes("es"));
        assertThat(GRAMMAR.meanings("نعم")).containsExactly(new Meaning.Yes("ar"));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, en, true, true",
        "Stop please, en, true, false",
        "STOPALL, en, true, true",
        "BAJA, es, true, true",
        "baja ya, es, true, false",
        "alto, es, false, true",
        "fin de semana, es, false, false",
        "cancel, en, false, true",
        "أوقف, ar, true, true",
        "اوقف الرسائل, ar, true, false",
    })
    void shouldSayHowSureAStopIs(String text, String language, boolean unmistakable, boolean whole) {
        assertThat(first(text)).isEqualTo(new Meaning.Stop(language, unmistakable, whole));
    }

    @Test
    void shouldReadLanguages() {
        assertThat(only("LANG es")).isEqualTo(new Meaning.Lang("en", "es", false, null));
        assertThat(only("lang Español")).isEqualTo(new Meaning.Lang("en", "es", false, null));
        assertThat(only("LANG es-MX")).isEqualTo(new Meaning.Lang("en", "es", false, null));
        assertThat(only("LANG to English please")).isEqualTo(new Meaning.Lang("en", "en", false, null));
        assertThat(only("idioma árabe")).isEqualTo(new Meaning.Lang("es", "ar", false, null));
        assertThat(only("لغة العربية")).isEqualTo(new Meaning.Lang("ar", "ar", false, null));
        assertThat(only("LANG +ar")).isEqualTo(new Meaning.Lang("en", "ar", true, null));
        assertThat(only("LANG + ar")).isEqualTo(new Meaning.Lang("en", "ar", true, null));
        assertThat(only("LANG bn")).isEqualTo(new Meaning.Lang("en", null, false, "bn"));
        assertThat(only("LANG বাংলা")).isEqualTo(new Meaning.Lang("en", null, false, "bn"));
        assertThat(only("LANG Bengali")).isEqualTo(new Meaning.Lang("en", null, false, "bn"));
        assertThat(only("LANG +pt-BR")).isEqualTo(new Meaning.Lang("en", null, true, "pt"));
        assertThat(only("LANG qqq")).isEqualTo(new Meaning.Lang("en", null, false, null));
        assertThat(only("LANG")).isEqualTo(new Meaning.Lang("en", null, false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "FORGET, en",
        "forget me please, en",
        "Erase., en",
        "OLVIDAR, es",
        "bórrar, es",
        "حذف, ar",
        "انسني, ar",
        "إمسح بياناتي, ar"
    })
    void shouldKnowForgetInEveryLanguage(String text, String language) {
        assertThat(only(text)).isEqualTo(new Meaning.Forget(language, null));
    }

    @ParameterizedTest
    @CsvSource({
        "FORGET 471108, en",
        "forget: 471 108, en",
        "FORGET 471-108, en",
        "FORGET these digits 471108 please, en",
        "ＦＯＲＧＥＴ ４７１１０８, en",
        "OLVIDAR 471108., es",
        "حذف ٤٧١١٠٨, ar",
        "حذف ۴۷۱۱۰۸, ar"
    })
    void shouldReadTheDigitsOfAnErasure(String text, String language) {
        assertThat(only(text)).isEqualTo(new Meaning.Forget(language, "471108"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORGET +34 600 111 222", "FORGET 12", "FORGET 1234567", "FORGET D01"})
    void shouldNotRepeatWhatIsNoDigitsOfOurs(String text) {
        assertThat(only(text)).isEqualTo(new Meaning.Forget("en", null));
    }

    @Test
    void shouldReadDistricts() {
        assertThat(only("DISTRICT D02")).isEqualTo(new Meaning.Area("en", set("D02")));
        assertThat(only("DISTRICT D01, D02 riverside")).isEqualTo(new Meaning.Area("en", set("D01", "D02", "D04")));
        assertThat(only("DISTRICT +D02"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(ADD, false, List.of("D02"), List.of())));
        assertThat(only("DISTRICT + D02 D03"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(ADD, false, List.of("D02", "D03"), List.of())));
        assertThat(only("DISTRICT -D01"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(REMOVE, false, List.of("D01"), List.of())));
        assertThat(only("DISTRICT −riverside"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(REMOVE, false, List.of("D04"), List.of())));
        assertThat(only("DISTRICT +D02 -D01"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(ADD, false, List.of("D02"), List.of())));
        assertThat(only("DISTRICT ALL"))
                .isEqualTo(new Meaning.Area("en", new AreaChoice(SET, true, List.of(), List.of())));
        assertThat(only("DISTRICT ALL -D01"))
                .isInstanceOfSatisfying(
                        Meaning.Area.class,
                        area -> assertThat(area.area())
                                .isEqualTo(set("D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10")));
        assertThat(only("DISTRICT")).isEqualTo(new Meaning.Area("en", null));
        assertThat(only("DISTRITO el faro")).isEqualTo(new Meaning.Area("es", set("D02")));
    }

    @Test
    void shouldGiveEveryLanguageOfASharedWord() {
        assertThat(GRAMMAR.meanings("AREA D01"))
                .containsExactly(new Meaning.Area("en", set("D01")), new Meaning.Area("es", set("D01")));
        assertThat(GRAMMAR.meanings("info")).startsWith(new Meaning.Help("en"), new Meaning.Help("es"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2., 2", "' 3 ', 3", "٤, 4", "১০, 10", "0, 0", "#5, 5"})
    void shouldTakeABareNumberAsAnAnswer(String text, int number) {
        assertThat(only(text)).isEqualTo(new Meaning.Choice("en", number));
    }

    @Test
    void shouldTakeThePlaceItselfAsAnAnswer() {
        assertThat(only("ALL")).isEqualTo(new Meaning.Choice("en", 0));
        assertThat(only("todo")).isEqualTo(new Meaning.Choice("es", 0));
        assertThat(only("كل المدينة")).isEqualTo(new Meaning.Choice("en", 0));
        assertThat(only("Old Harbour")).isEqualTo(new Meaning.Area("en", set("D01")));
        assertThat(only("70105")).isEqualTo(new Meaning.Area("en", set("D04")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "👍",
                "hello",
                "What is this?",
                "need help",
                "D01 is flooded",
                "123456789",
                "+",
                "-"
            })
    void shouldNotGuess(String text) {
        assertThat(GRAMMAR.meanings(text)).isEmpty();
    }
}
