package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SmsTextTest {
    @Test
    void shouldMakeTypographyPlainWhereThatMakesTheTextGsm7() {
        assertThat(SmsText.normalise("“Boil” the city’s water – now…\u00a0please"))
                .isEqualTo("\"Boil\" the city's water - now... please");
    }

    @Test
    void shouldKeepTypographyWhereTheTextNeedsUcs2Anyway() {
        assertThat(SmsText.normalise("“Кипятите” воду…")).isEqualTo("“Кипятите” воду…");
        assertThat(SmsText.normalise("Evacúe “ahora”")).isEqualTo("Evacúe “ahora”");
    }

    @Test
    void shouldComposeBeforeCounting() {
        assertThat(Segmentation.of(SmsText.normalise("e\u0301".repeat(75))).count())
                .isEqualTo(1);
    }

    @Test
    void shouldKeepLettersThatLookLikePunctuation() {
        assertThat(SmsText.normalise("Hawai\u02bbi")).isEqualTo("Hawai\u02bbi");
        assertThat(SmsText.normalise("п\u02bcять")).isEqualTo("п\u02bcять");
        assertThat(SmsText.normalise("ș")).isEqualTo("ș");
    }

    @Test
    void shouldKeepJoinersThatShapeWords() {
        assertThat(SmsText.normalise("می\u200cروم")).isEqualTo("می\u200cروم");
        assertThat(SmsText.normalise("👨\u200d👩\u200d👧")).isEqualTo("👨\u200d👩\u200d👧");
    }

    @Test
    void shouldDropWhatPrintsAsNothing() {
        assertThat(SmsText.normalise("\ufeffwa\u00adter\u200b\u202f7\tpm\r\nnow"))
                .isEqualTo("water 7 pm\nnow");
    }

    @Test
    void shouldTidyLayoutOnly() {
        assertThat(SmsText.tidy("  Stay   inside. \r\n\r\n  Close windows.\n"))
                .isEqualTo("Stay inside.\nClose windows.");
    }

    @Property(tries = 500)
    void normalisingTwiceChangesNothing(@ForAll String text) {
        String once = SmsText.normalise(text);
        assertThat(SmsText.normalise(once)).isEqualTo(once);
        assertThat(Normalizer2.getNFCInstance().isNormalized(once)).isTrue();
    }

    @Property(tries = 500)
    void lettersAndDigitsAreNeverLost(@ForAll String text) {
        String composed = Normalizer2.getNFCInstance().normalize(text);
        assertThat(lettersOf(SmsText.normalise(text))).isEqualTo(lettersOf(composed));
    }

    @Property(tries = 500)
    void neverCostsMoreParts(@ForAll String text) {
        String composed = Normalizer2.getNFCInstance().normalize(text);
        assertThat(Segmentation.of(SmsText.normalise(text)).count())
                .isLessThanOrEqualTo(Segmentation.of(composed).count());
    }

    private static String lettersOf(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
