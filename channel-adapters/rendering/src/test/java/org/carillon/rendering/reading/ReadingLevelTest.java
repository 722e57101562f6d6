package org.carillon.rendering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingLevelTest {
    @ParameterizedTest
    @CsvSource({
        "SPANISH, agua, 2",
        "SPANISH, peligro, 3",
        "SPANISH, evacuación, 4",
        "SPANISH, día, 2",
        "SPANISH, hoy, 1",
        "SPANISH, y, 1",
        "FRENCH, eau, 1",
        "FRENCH, rentrez, 2",
        "FRENCH, fenêtres, 2",
        "FRENCH, bouteille, 2",
        "DUTCH, water, 2",
        "DUTCH, gevaar, 2",
        "PORTUGUESE, água, 2",
        "PORTUGUESE, não, 1",
        "PORTUGUESE, evacuação, 4",
        "RUSSIAN, опасность, 3",
        "POLISH, niebezpieczeństwo, 5",
        "POLISH, zagrożenie, 4"
    })
    void shouldCountSyllables(Syllables language, String word, int syllables) {
        assertThat(language.of(word)).isEqualTo(syllables);
    }

    @Test
    void shouldKeepToTheFormula() {
        // 14 words, 2 sentences, 59 letters: 4.71 * 59 / 14 + 0.5 * 14 / 2 - 21.43
        ReadingLevel level = ReadingLevel.of(
                        "Boil the water for one minute now. Bad supplies can make you quite ill.", "en", false)
                .orElseThrow();

        assertThat(level.formula()).isEqualTo("ARI");
        assertThat(level.tooHard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Residents of the aforementioned municipal districts are respectfully requested to refrain from consuming unboiled potable "
                        + "water distributed through the affected infrastructure.",
                "es | Se solicita encarecidamente a la ciudadanía residente en las circunscripciones anteriormente mencionadas que se abstenga "
                        + "de consumir el agua suministrada por la infraestructura afectada.",
                "fr | Les administrés domiciliés dans les circonscriptions susmentionnées sont instamment priés de s'abstenir de consommer l'eau "
                        + "distribuée par les infrastructures endommagées.",
                "it | Si invitano cortesemente i cittadini residenti nelle circoscrizioni summenzionate ad astenersi dal consumare acqua "
                        + "distribuita attraverso le infrastrutture danneggiate.",
                "nl | Inwoners van de bovengenoemde gemeentelijke districten worden vriendelijk verzocht zich te onthouden van consumptie van "
                        + "ongekookt leidingwater uit de beschadigde infrastructuur.",
                "pt | Solicita-se encarecidamente aos residentes das circunscrições anteriormente mencionadas que se abstenham de consumir água "
                        + "distribuída através das infraestruturas danificadas.",
                "pl | Uprzejmie prosimy mieszkańców wymienionych powyżej dzielnic administracyjnych o powstrzymanie się od spożywania "
                        + "nieprzegotowanej wody dostarczanej uszkodzoną infrastrukturą.",
                "ru | Убедительная просьба к населению вышеперечисленных муниципальных образований воздерживаться от употребления некипячёной "
                        + "водопроводной воды из повреждённой инфраструктуры.",
                "bg | Умоляват се гражданите от гореспоменатите административни райони да се въздържат от консумация на непреварена вода, "
                        + "разпределяна чрез повредената инфраструктура.",
                "ca | Es prega encaridament a la ciutadania resident en les circumscripcions anteriorment esmentades que s'abstingui de consumir "
                        + "aigua subministrada per la infraestructura afectada."
            })
    void shouldFindOfficialProseHard(String language, String text) {
        assertThat(ReadingLevel.of(text, language, false)).get().matches(ReadingLevel::tooHard);
    }

    @Test
    void shouldAskMoreOfThePlainText() {
        String text =
                "Boil the water before you drink it and cool it afterwards. Bottled water is also safe for babies.";

        assertThat(ReadingLevel.of(text, "en", false)).get().matches(level -> !level.tooHard());
        assertThat(ReadingLevel.of(text, "en", true).orElseThrow().limit())
                .isLessThan(ReadingLevel.of(text, "en", false).orElseThrow().limit());
    }

    @Test
    void shouldCountWordsWhereThereAreNoSpaces() {
        assertThat(Sentence.of("请立即离开住所。不要开灯。", "zh-Hans"))
                .hasSize(2)
                .allMatch(sentence -> sentence.words().size() > 1);
    }

    @Test
    void shouldSayNothingOfAFewWords() {
        assertThat(ReadingLevel.of("Boil your water.", "en", false)).isEmpty();
    }
}
