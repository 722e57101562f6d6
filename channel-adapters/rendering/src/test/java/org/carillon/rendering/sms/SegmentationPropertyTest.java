package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentationPropertyTest {
    @Property(tries = 400)
    void partsConcatenateToTheText(@ForAll("texts") String text) {
        assertThat(String.join("", Segmentation.of(text).parts())).isEqualTo(text);
    }

    @Property(tries = 400)
    void everyPartFits(@ForAll("texts") String text) {
        Segmentation whole = Segmentation.of(text);
        int room = whole.count() == 1
                ? whole.encoding().unitsAlone()
                : whole.encoding().unitsInPart();
        assertThat(whole.parts())
                .allSatisfy(part -> assertThat(units(part, whole.encoding())).isLessThanOrEqualTo(room));
    }

    @Property(tries = 400)
    void noGraphemeStraddlesTwoParts(@ForAll("texts") String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = 0;
        for (String part : Segmentation.of(text).parts()) {
            end += part.length();
            assertThat(graphemes.isBoundary(end)).isTrue();
        }
    }

    @Property(tries = 400)
    void countIsNeverLessThanDivision(@ForAll("texts") String text) {
        Segmentation whole = Segmentation.of(text);
        int divided = Math.ceilDiv(whole.units(), whole.encoding().unitsInPart());
        boolean alone = whole.units() <= whole.encoding().unitsAlone();
        assertThat(whole.count()).isGreaterThanOrEqualTo(alone ? 1 : divided);
        assertThat(whole.count() == 1).isEqualTo(alone);
    }

    @Property(tries = 400)
    void packingIsGreedy(@ForAll("gsmTexts") String text) {
        var parts = Segmentation.of(text).parts();
        for (int i = 1; i < parts.size(); i++) {
            int first = GsmAlphabet.septets(parts.get(i).charAt(0));
            assertThat(units(parts.get(i - 1), SmsEncoding.GSM_7) + first)
                    .isGreaterThan(SmsEncoding.GSM_7.unitsInPart());
        }
    }

    @Provide
    Arbitrary<String> gsmTexts() {
        return Arbitraries.of("a", "b", " ", "€", "]", "é", "ñ", "\n", "7")
                .list()
                .ofMaxSize(700)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> mixed = Arbitraries.of(
                        "a",
                        "é",
                        "€",
                        "ç",
                        "я",
                        "ش",
                        "تَ",
                        "ক্ষি",
                        "e\u0301",
                        "😀",
                        "👨‍👩‍👧‍👦",
                        "🇪🇸",
                        "\r\n",
                        "각",
                        "水",
                        " ")
                .list()
                .ofMaxSize(400)
                .map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(gsmTexts(), mixed);
    }

    private static int units(String part, SmsEncoding encoding) {
        return encoding == SmsEncoding.UCS_2
                ? part.length()
                : part.chars().map(c -> GsmAlphabet.septets((char) c)).sum();
    }
}
