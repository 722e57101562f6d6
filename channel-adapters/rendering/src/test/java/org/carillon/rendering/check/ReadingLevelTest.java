package org.carillon.rendering.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingLevelTest {
    @Test
    void shouldCountWordsPerSentenceAndLongWords() {
        // 10 words, 2 sentences, 2 of more than six letters: 10/2 + 100*2/10
        assertThat(ReadingLevel.lix("Boil the water for one minute. Contaminated supplies make ill.", "en"))
                .hasValue(25);
    }

    @Test
    void shouldFindOfficialProseHard() {
        assertThat(ReadingLevel.lix(
                                "Residents of the aforementioned municipal districts are respectfully requested to "
                                        + "refrain from consuming unboiled potable water distributed through the "
                                        + "affected infrastructure.",
                                "en")
                        .orElseThrow())
                .isGreaterThan(ReadingLevel.HARD);
    }

    @Test
    void shouldSayNothingOfAFewWords() {
        assertThat(ReadingLevel.lix("Boil your water.", "en")).isEmpty();
    }
}
