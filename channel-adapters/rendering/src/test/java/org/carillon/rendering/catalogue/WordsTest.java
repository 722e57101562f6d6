package org.carillon.rendering.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.schemas.resident.Word;
import org.carillon.schemas.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private final Catalogue catalogue = Catalogue.load();
    private final Words words = catalogue.words();

    @ParameterizedTest
    @CsvSource({
        "join,en,JOIN",
        "ＪＯＩＮ,en,JOIN",
        "alta,es,JOIN",
        "SÍ,es,YES",
        "si,es,YES",
        "baja,es,STOP",
        "إيقاف,ar,STOP",
        "ايقاف,ar,STOP",
        "إِيقاف,ar,STOP",
        "نعم,ar,YES",
        "اشتراك,ar,JOIN",
        "منطقه,ar,AREA",
        "لغه,ar,LANG",
        "مساعدة,ar,HELP",
        "Start,en,START",
        "Forget,en,FORGET",
        "ERASE,en,FORGET",
        "olvidár,es,FORGET",
        "BORRAR,es,FORGET",
        "انسني,ar,FORGET",
        "إمسح,ar,FORGET"
    })
    void shouldFindAWordHoweverItIsTyped(String typed, String language, Word command) {
        assertThat(words.find(typed)).anySatisfy(entry -> {
            assertThat(entry.language()).isEqualTo(language);
            assertThat(entry.command()).isEqualTo(command);
        });
    }

    @Test
    void shouldKnowAWordThatTwoLanguagesShare() {
        assertThat(words.find("area")).extracting(Words.Entry::language).containsExactly("en", "es");
        assertThat(words.find("Área")).extracting(Words.Entry::language).containsExactly("en", "es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
    void shouldKnowTheProvidersStopWords(String word) {
        assertThat(words.find(word)).extracting(Words.Entry::command).containsOnly(Word.STOP);
    }

    @Test
    void shouldKnowTheProvidersOtherWords() {
        assertThat(words.of("en", Word.START)).contains("START", "UNSTOP");
        assertThat(words.of("en", Word.HELP)).contains("HELP", "INFO");
    }

    @Test
    void shouldTellUnmistakableStopWords() {
        assertThat(words.find("STOP")).allMatch(Words.Entry::unmistakable);
        assertThat(words.find("BAJA")).allMatch(Words.Entry::unmistakable);
        assertThat(words.find("إيقاف")).allMatch(Words.Entry::unmistakable);
        assertThat(words.find("ALTO")).noneMatch(Words.Entry::unmistakable);
        assertThat(words.find("FIN")).noneMatch(Words.Entry::unmistakable);
    }

    @Test
    void shouldShowEachLanguageItsOwnWords() {
        assertThat(shown("en")).containsExactly("JOIN", "YES", "STOP", "START", "LANG", "AREA", "HELP", "FORGET");
        assertThat(shown("es")).containsExactly("ALTA", "SI", "BAJA", "INICIAR", "IDIOMA", "ZONA", "AYUDA", "BORRAR");
        assertThat(shown("ar")).containsExactly("اشتراك", "نعم", "إيقاف", "بدء", "لغة", "منطقة", "مساعدة", "حذف");
    }

    @Test
    void shouldKnowTheWholeCity() {
        assertThat(words.findEverywhere("all")).containsExactly("en");
        assertThat(words.findEverywhere("الكلّ")).containsExactly("ar");
        assertThat(words.findEverywhere("harbour")).isEmpty();
        assertThat(words.everywhere("es")).startsWith("TODO");
    }

    @Test
    void shouldHoldSingleWordsThatMeanOneThingInTheirLanguage() {
        for (Language language : catalogue.languages()) {
            Set<String> seen = new HashSet<>();
            for (Word word : Word.values()) {
                List<String> spellings = words.of(language.tag(), word);
                assertThat(spellings).isNotEmpty().allSatisfy(spelling -> {
                    assertThat(Folding.key(spelling)).isNotEmpty().doesNotContain(" ");
                    assertThat(seen.add(Folding.key(spelling))).as(spelling).isTrue();
                });
            }
        }
    }

    private List<String> shown(String language) {
        return List.of(Word.values()).stream()
                .map(word -> words.shown(language, word))
                .toList();
    }
}
