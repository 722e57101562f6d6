package org.carillon.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldingTest {
    @Example
    void shouldFoldCaseAndAccents() {
        assertFolds("INSCRIÇÃO", "inscricao");
        assertFolds("Straße", "strasse");
        assertFolds("İstanbul ISPARTA ığdır", "istanbul isparta igdir");
        assertFolds("Łódź Ærø Đà Nẵng", "lodz aero da nang");
        assertFolds("ΆΛΛΟΣ", "αλλοσ");
        assertFolds("ПЁТР", "петр");
        assertFolds("ＳＴＯＰ　１２", "stop 12");
        assertFolds("ﬁn", "fin");
    }

    @Example
    void shouldFoldArabicVariants() {
        assertFolds("أحمد إلى آخر", "احمد الي اخر");
        assertFolds("ٱلمدينة", "المدينه");
        assertFolds("مُسْتَشْفًى", "مستشفي");
        assertFolds("اشــتراك", "اشتراك");
        assertFolds("ﺍﺷﺘﺮﺍﻙ", "اشتراك");
        assertFolds("کیهان", "كيهان");
        assertFolds("نعم؟", "نعم?");
    }

    @Example
    void shouldFoldLocalDigits() {
        assertFolds("٠١٢٣٤٥٦٧٨٩", "0123456789");
        assertFolds("۰۱۲۳۴۵۶۷۸۹", "0123456789");
        assertFolds("০১২ १२ ๑๒", "012 12 12");
        assertFolds("D٠١", "d01");
    }

    @Example
    void shouldKeepWhatCarriesMeaning() {
        assertFolds("हिन्दी", "हिन्दी");
        assertFolds("বাংলা", "বাংলা");
        assertFolds("ที่นี่", "ที่นี่");
        assertFolds("がぎ", "がぎ");
        assertFolds("ガギ", "ガギ");
        assertFolds("한국어", "한국어");
        assertFolds("订阅", "订阅");
        assertFolds("မြန်မာ", "မြန်မာ");
    }

    @Example
    void shouldDropInvisibleCharactersAndSpaceOut() {
        assertFolds("\u200fSTOP\u200e\u00a0\u00a0now\u2009\n", "stop now");
        assertFolds("  ", "");
        assertFolds("ST\u00adOP", "stop");
        assertFolds("+D02 −D01", "+d02 -d01");
    }

    @Example
    void shouldMakeKeysOfNames() {
        assertThat(Folding.key("Saint–Jean (Port)")).isEqualTo("saint jean port");
        assertThat(Folding.key("L’Eau, l´eau")).isEqualTo("leau leau");
        assertThat(Folding.key("28 013")).isEqualTo("28 013");
        assertThat(Folding.key("الميناء، القديم")).isEqualTo("الميناء القديم");
    }

    @Property(tries = 5000)
    void foldingTwiceChangesNothing(@ForAll String text) {
        String once = Folding.fold(text);

        assertThat(Folding.fold(once)).isEqualTo(once);
        assertThat(Folding.key(Folding.key(text))).isEqualTo(Folding.key(text));
    }

    @Property(tries = 2000)
    void foldedTextHasNoOuterOrDoubleSpaces(@ForAll String text) {
        assertThat(Folding.fold(text))
                .doesNotContain("  ")
                .doesNotStartWith(" ")
                .doesNotEndWith(" ");
    }

    private static void assertFolds(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }
}
