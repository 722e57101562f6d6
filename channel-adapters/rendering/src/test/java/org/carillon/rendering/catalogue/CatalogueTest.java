package org.carillon.rendering.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void shouldLoadEveryLanguageWhole() {
        assertThat(catalogue.languages())
                .extracting(Language::tag)
                .containsExactly(
                        "en", "es", "ca", "fr", "nl", "it", "pt", "sq", "bg", "ga", "pl", "ru", "ar", "ur", "hi", "bn",
                        "zh-Hans", "ht");
        assertThat(catalogue.languages())
                .extracting(Language::name)
                .contains("English", "español", "Gaeilge", "български", "العربية", "简体中文")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldNameEveryFolderInTheListOfLanguages() throws URISyntaxException {
        File list = new File(Objects.requireNonNull(Catalogue.class.getResource("languages.yaml"))
                .toURI());
        File[] folders = Objects.requireNonNull(list.getParentFile()).listFiles(File::isDirectory);
        assertThat(Stream.of(Objects.requireNonNull(folders)).map(File::getName).filter(name -> !name.equals("broken")))
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.languages().stream().map(Language::tag).toList());
    }

    @Test
    void shouldSayThatNobodyHasReviewedATranslationYet() {
        assertThat(catalogue.language("en"))
                .get()
                .extracting(Language::reviewed)
                .isEqualTo(true);
        List<Language> translations = catalogue.languages().stream()
                .filter(language -> !language.source())
                .toList();
        assertThat(translations).hasSize(17);
        for (Language language : translations) {
            assertThat(language.reviewed()).isFalse();
            assertThat(language.reviewedBy()).isEmpty();
            assertThat(language.reviewedOn()).isEmpty();
        }
    }

    @Test
    void shouldNotTakeAReviewWithoutAName() {
        assertThatThrownBy(() -> new Language("fr", "français", false, true, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fr");
    }

    @Test
    void shouldKnowTheDirection() {
        assertThat(catalogue.language("ar"))
                .get()
                .extracting(Language::rightToLeft)
                .isEqualTo(true);
        assertThat(catalogue.language("es"))
                .get()
                .extracting(Language::rightToLeft)
                .isEqualTo(false);
    }

    @Test
    void shouldFindTheLanguageOfAVariety() {
        assertThat(catalogue.language("es-MX")).get().extracting(Language::tag).isEqualTo("es");
        assertThat(catalogue.language("ar-EG")).get().extracting(Language::tag).isEqualTo("ar");
        assertThat(catalogue.language("so")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ca,ca", "gl,es", "es-419,es", "pt-BR,pt", "zh-CN,zh-Hans", "arz,ar", "cy,en", "so,en", "und,en"})
    void shouldKnowTheNearestLanguage(String asked, String nearest) {
        assertThat(catalogue.nearest(asked).tag()).isEqualTo(nearest);
    }

    @Test
    void shouldRefuseWhatItDoesNotHave() {
        assertThatThrownBy(() -> catalogue.text("so", "alert.exercise", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue.text("en", "alert.nothing", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue.text("en", "alert.code", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code");
    }

    @Test
    void shouldSayAllThatATranslationLacks() {
        assertThatThrownBy(() -> Catalogue.load("broken/"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("broken/fr/messages.yaml: two: missing")
                .hasMessageContaining("broken/fr/messages.yaml: three: has the arguments")
                .hasMessageContaining("broken/fr/messages.yaml: four: unknown")
                .hasMessageContaining("broken/fr/messages.yaml: five: has the arguments [n], the source [n, who]");
    }

    @Test
    void shouldCountInEveryLanguage() {
        for (Language language : catalogue.languages()) {
            for (int count = 0; count <= 120; count++) {
                assertThat(catalogue.text(language.tag(), "area.more", Map.of("count", count)))
                        .isNotBlank();
            }
        }
        assertThat(catalogue.text("ar", "area.more", Map.of("count", 5))).isEqualTo("5 مناطق أخرى");
    }
}
