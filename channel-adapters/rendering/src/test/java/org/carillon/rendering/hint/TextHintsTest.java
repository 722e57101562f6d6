package org.carillon.rendering.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.hint.Written.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextHintsTest {
    private static final TextHints HINTS = new TextHints(Catalogue.load());

    /** Headline and instruction as officers write them: nothing to say, with a place, a time and an order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Gas leak in Mill Street: leave now | Leave your home at once and walk north. Do not use switches or "
                        + "lighters. The WHO and the BBC are not needed here. Masks of type FFP2 do not help.",
                "es | Fuga de gas en la calle Mayor | Salga ahora de casa y camine hacia el norte. No encienda la luz.",
                "ca | Fuita de gas al carrer Major | Sortiu ara de casa i camineu cap al nord. No encengueu el llum.",
                "fr | Fuite de gaz rue du Moulin | Sortez tout de suite et allez vers le nord. N'allumez pas la lumière.",
                "nl | Gaslek in de Molenstraat | Ga nu naar buiten en loop naar het noorden. Doe geen licht aan.",
                "it | Fuga di gas in via del Mulino | Uscite subito di casa e andate verso nord. Non accendete la luce.",
                "pt | Fuga de gás na Rua do Moinho | Saia já de casa e siga para norte. Não acenda a luz.",
                "sq | Rrjedhje gazi në rrugën e Mullirit | Dilni tani nga shtëpia. Mos e ndizni dritën.",
                "bg | Изтичане на газ на улица Воденична | Излезте веднага от дома. Не палете лампата.",
                "ga | Sceitheadh gáis i Sráid an Mhuilinn | Fág an teach anois. Ná las an solas.",
                "pl | Wyciek gazu na ulicy Młyńskiej | Natychmiast wyjdź z domu. Nie zapalaj światła.",
                "ru | Утечка газа на улице Мельничной | Сейчас же выйдите из дома. Не включайте свет.",
                "ar | تسرب غاز في شارع الطاحونة | اخرجوا الآن من المنزل. لا تشعلوا الضوء.",
                "ur | چکی سڑک پر گیس کا اخراج | ابھی گھر سے باہر نکلیں۔ بتی نہ جلائیں۔",
                "hi | मिल सड़क पर गैस रिसाव | अभी घर से बाहर निकलें। बत्ती न जलाएँ।",
                "bn | মিল সড়কে গ্যাস লিক | এখনই ঘর থেকে বের হন। বাতি জ্বালাবেন না।",
                "zh-Hans | 磨坊街煤气泄漏 | 请立即离开住所。不要开灯。",
                "ht | Gaz ap koule nan ri Moulen | Soti lakay ou kounye a. Pa limen limyè."
            })
    void shouldHaveNothingToSayOfAGoodText(String language, String headline, String instruction) {
        assertThat(HINTS.of(own(language, headline, instruction))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | There is a gas leak | Keep away.",
                "es | Hay una fuga de gas | Manténgase lejos.",
                "fr | Il y a une fuite de gaz | Restez loin.",
                "pl | Jest wyciek gazu | Trzymaj się z daleka.",
                "ar | هناك تسرب للغاز | ابتعدوا.",
                "hi | गैस का रिसाव हो रहा है | दूर रहें।",
                "zh-Hans | 发生煤气泄漏 | 请远离。"
            })
    void shouldMissPlaceAndTime(String language, String headline, String instruction) {
        assertThat(HINTS.of(own(language, headline, instruction)))
                .extracting(Hint::rule)
                .containsExactly(NoPlace.NAME, NoTime.NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | until 19:00", "en | at 7 pm", "en | from Monday", "en | on 24 November", "es | el lunes",
                        "es | a las 19.00",
                "fr | à 19 h", "nl | om 19 uur", "ru | в понедельник", "ru | 24 ноября", "pl | 24 listopada",
                        "ar | يوم الاثنين",
                "ur | ۱۹:۰۰ بجے", "hi | सोमवार को", "bn | ১৯:০০", "zh-Hans | 星期一", "zh-Hans | 19点", "ht | 24 novanm"
            })
    void shouldSeeATime(String language, String when) {
        assertThat(HINTS.of(own(language, "X " + when, "x")))
                .extracting(Hint::rule)
                .doesNotContain(NoTime.NAME);
    }

    @Test
    void shouldSeeTheCitysOwnNamesAndOthers() {
        assertThat(places("Smoke over the old harbour")).isEmpty();
        assertThat(places("Smoke near Saint Anne today")).isEmpty();
        assertThat(places("Smoke on Monday in the air"))
                .singleElement()
                .satisfies(
                        hint -> assertThat(hint.matter()).isEqualTo(new Matter.WithoutPlace(List.of("Old Harbour"))));
    }

    /** The templates' forms ask for what a hazard has, and an all-clear speaks of a place that was named before. */
    @Test
    void shouldAskPlaceAndTimeOfOwnWordsOnly() {
        Map<Field, String> texts =
                Map.of(Field.EVENT, "x", Field.HEADLINE, "The danger is over", Field.INSTRUCTION, "x");

        assertThat(HINTS.of(new Written("en", texts, List.of(), Wording.WITHDRAWAL)))
                .isEmpty();
        assertThat(HINTS.of(new Written("en", texts, List.of(), Wording.TEMPLATE)))
                .isEmpty();
        assertThat(HINTS.of(new Written("en", texts, List.of(), Wording.OWN))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | LEAVE THE AREA now | LEAVE THE AREA",
                "en | DANGER in the air | DANGER",
                "en | Leave NOW | NOW",
                "en | Ask the WHO or NATO, or the FM radio of the BBC | ''",
                "en | A COVID-19 ward; the U.S. army | ''",
                "en | OLD HARBOUR | OLD HARBOUR",
                "es | NO BEBA el agua | NO BEBA",
                "ru | СРОЧНО выйдите | СРОЧНО",
                "pl | NIE PIJ wody | NIE PIJ",
                "ar | خطر | ''",
                "en | Exits A B C | ''"
            })
    void shouldSeeCapitals(String language, String headline, String words) {
        assertThat(HINTS.of(own(language, headline, "x")).stream()
                        .filter(hint -> hint.rule().equals(Capitals.NAME))
                        .map(Hint::words))
                .containsExactlyElementsOf(words.isEmpty() ? List.of() : List.of(words));
    }

    @Test
    void shouldSayWhichSentenceIsTooLong() {
        String sentence =
                "Go to the school in Mill Street now and take with you all that you need for one night, that is warm "
                        + "clothes, water, food, papers and a lamp.";

        assertThat(HINTS.of(own("en", "Leave now", "Go north. " + sentence)))
                .filteredOn(hint -> hint.rule().equals(LongSentence.NAME))
                .singleElement()
                .satisfies(hint -> {
                    assertThat(hint.field()).isEqualTo(Field.INSTRUCTION);
                    assertThat(hint.words()).isEqualTo("Go to the school in Mill Street now and …");
                    assertThat(hint.matter()).isEqualTo(new Matter.TooLong(29, 25));
                });
    }

    /** Nobody wants to hear of what they are about to write. */
    @Test
    void shouldMissAnInstructionOnceTheRestIsThere() {
        Map<Field, String> texts = Map.of(Field.HEADLINE, "There is a flood", Field.DESCRIPTION, "The river rises.");

        assertThat(HINTS.of(new Written("en", texts, List.of(), Wording.OWN)))
                .extracting(Hint::rule, Hint::field)
                .containsExactly(tuple(NoInstruction.NAME, Field.INSTRUCTION));
        assertThat(HINTS.of(new Written("en", texts, List.of(), Wording.WITHDRAWAL)))
                .isEmpty();
        assertThat(HINTS.of(own("en", "There is a flood", ""))).isEmpty();
        assertThat(HINTS.of(own("en", "", ""))).isEmpty();
    }

    @Test
    void shouldSeeANumberThatReadersSeeTurned() {
        assertThat(HINTS.of(own("ar", "شارع الطاحونة الآن", "اتصلوا على 555-0134")))
                .extracting(Hint::rule, Hint::words)
                .containsExactly(tuple(TurnedNumbers.NAME, "555-0134"));
    }

    @Test
    void shouldSeeWhereTheGravityDiffers() {
        Written english = own("en", "Danger: gas in Mill Street", "Leave now.");

        assertThat(HINTS.between(List.of(english, own("es", "Gas en la calle Mayor", "Salga ahora."))))
                .extracting(Hint::rule, Hint::language, Hint::words, Hint::languageOfWords, Hint::matter)
                .containsExactly(tuple(SameGravity.NAME, "es", "Danger", "en", new Matter.Milder("en", "Danger")));
        assertThat(HINTS.between(List.of(english, own("es", "Peligro: gas en la calle Mayor", "Salga ahora."))))
                .isEmpty();
        assertThat(HINTS.between(List.of(
                        own("en", "Gas in Mill Street", "Leave now."), own("es", "Peligro mortal por gas", "Salga."))))
                .extracting(Hint::words, Hint::languageOfWords, Hint::matter)
                .containsExactly(tuple("Peligro", "es", new Matter.Graver("en", "Peligro")));
    }

    private static List<Hint> places(String headline) {
        Map<Field, String> texts = Map.of(Field.HEADLINE, headline, Field.INSTRUCTION, "Go now.");
        return HINTS.of(new Written("en", texts, List.of("Old Harbour"), Wording.OWN)).stream()
                .filter(hint -> hint.rule().equals(NoPlace.NAME))
                .toList();
    }

    private static Written own(String language, String headline, String instruction) {
        return new Written(
                language,
                Map.of(Field.EVENT, "x", Field.HEADLINE, headline, Field.INSTRUCTION, instruction),
                List.of(),
                Wording.OWN);
    }
}
