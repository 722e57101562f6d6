package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.rendering.GoldenFiles;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.check.NumberDirection;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notices;
import org.carillon.schemas.resident.ReplyKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RepliesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Replies REPLIES = new Replies(CATALOGUE, LocalStyle.of("GB"));

    @TestFactory
    List<DynamicTest> shouldFitTwoPartsWithLongNames() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : Notices.LANGUAGES) {
            for (ReplyKey key : EnumSet.complementOf(EnumSet.of(ReplyKey.OFFICER))) {
                tests.add(DynamicTest.dynamicTest(language + " " + key, () -> {
                    Replies.Answer answer = REPLIES.answer(key, language, facts(key, language, true));
                    assertThat(answer.segmentation().count())
                            .as("%d units: %s", answer.segmentation().units(), answer.body())
                            .isLessThanOrEqualTo(2);
                    assertThat(answer.body()).doesNotContain("{", "}");
                    assertThat(NumberDirection.misread(answer.body())).isEmpty();
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> shouldReadAsReviewed() {
        return Notices.LANGUAGES.stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> shouldReadAsReviewed(language)))
                .toList();
    }

    private static void shouldReadAsReviewed(String language) throws IOException {
        StringBuilder all = new StringBuilder();
        for (ReplyKey key : EnumSet.complementOf(EnumSet.of(ReplyKey.OFFICER))) {
            Replies.Answer answer = REPLIES.answer(key, language, facts(key, language, false));
            Segmentation s = answer.segmentation();
            all.append(answer.body())
                    .append("\n--- " + key + ": " + s.encoding() + ", " + s.units() + " units, " + s.count()
                            + " parts\n\n");
        }
        GoldenFiles.check("replies/" + language + ".txt", all.toString());
    }

    @Test
    void shouldSayTheEmergencyNumberOnALineOfItsOwnBeforeAllElse() {
        for (String language : Notices.LANGUAGES) {
            for (ReplyKey key : List.of(ReplyKey.HELP, ReplyKey.UNKNOWN)) {
                String body = REPLIES.answer(key, language, facts(key, language, false))
                        .body();
                assertThat(body.lines().toList().get(1)).isEqualTo("112");
            }
        }
    }

    @Test
    void shouldSayDigitsAndProofOnALineOfTheirOwn() {
        for (String language : Notices.LANGUAGES) {
            for (ReplyKey key : List.of(ReplyKey.FORGET_ASKED, ReplyKey.FORGET_UNCONFIRMED)) {
                assertThat(said(key, language).lines().toList()).endsWith("471108");
            }
            assertThat(said(ReplyKey.FORGOTTEN, language).lines().toList()).endsWith("4711081517");
        }
    }

    @Test
    void shouldSayThatAnErasureCountsForEveryoneWhoSharesThePhone() {
        for (ReplyKey key : List.of(ReplyKey.FORGET_ASKED, ReplyKey.FORGET_UNCONFIRMED)) {
            assertThat(said(key, "en")).contains("for everyone who uses this phone");
            assertThat(said(key, "es")).contains("datos de todas las personas");
            assertThat(said(key, "ar")).contains("كل من يستعمل الهاتف");
        }
    }

    private static String said(ReplyKey key, String language) {
        return REPLIES.answer(key, language, facts(key, language, true)).body();
    }

    @Test
    void shouldCloseUpTheEmergencyNumberForRightToLeftReaders() {
        ReplyFacts base = facts(ReplyKey.HELP, "ar", false);
        ReplyFacts facts = new ReplyFacts(
                base.hub(),
                base.purpose(),
                base.provider(),
                base.until(),
                "0800 112",
                List.of(),
                false,
                List.of(),
                Map.of());
        assertThat(REPLIES.answer(ReplyKey.HELP, "ar", facts).body()).contains("\n0800112\n");
        assertThat(REPLIES.answer(ReplyKey.HELP, "en", facts).body()).contains("\n0800 112\n");
    }

    @Test
    void shouldOfferWhatFindsRoomAndSayHowToNameAnother() {
        List<String> many =
                IntStream.rangeClosed(1, 40).mapToObj(n -> "Distrito " + n).toList();
        ReplyFacts base = facts(ReplyKey.CHOOSE_AREA, "es", false);
        ReplyFacts facts = new ReplyFacts(
                base.hub(), base.purpose(), base.provider(), base.until(), "112", List.of(), false, many, Map.of());
        Replies.Answer answer = REPLIES.answer(ReplyKey.CHOOSE_AREA, "es", facts);
        assertThat(answer.optionsShown()).isBetween(3, 39);
        assertThat(answer.body())
                .contains("\n" + answer.optionsShown() + " Distrito " + answer.optionsShown() + "\n")
                .endsWith("ZONA y su nombre o C.P.");
    }

    @Test
    void shouldSpreadALongListOverPages() {
        ReplyFacts facts = facts(ReplyKey.CHOOSE_AREA, "ar", false);
        List<Replies.Answer> pages = REPLIES.pages(ReplyKey.CHOOSE_AREA, "ar", facts);
        assertThat(pages)
                .hasSizeGreaterThan(1)
                .allMatch(page -> page.segmentation().count() <= 2);
        assertThat(pages.stream().mapToInt(Replies.Answer::optionsShown).sum()).isEqualTo(10);
        assertThat(pages.getLast().body()).endsWith("10 الوادي السفلي");
        assertThat(pages.getFirst()).isEqualTo(REPLIES.answer(ReplyKey.CHOOSE_AREA, "ar", facts));
    }

    @Test
    void shouldAskInEveryLanguageThatItCouldBe() {
        ReplyFacts facts = facts(ReplyKey.CHOOSE_LANGUAGE, "en", false);
        assertThat(REPLIES.answer(ReplyKey.CHOOSE_LANGUAGE, "en", facts).body())
                .isEqualTo("Which language? Reply with its number:\n¿Qué idioma? Responda 1, 2...\n"
                        + "أي لغة؟ الرد برقمها:\n1 English\n2 español\n3 العربية");
    }

    @Test
    void shouldSayThatAnAreaIsUnknownWhereThereIsNothingToChoose() {
        ReplyFacts base = facts(ReplyKey.HELP, "en", false);
        assertThat(REPLIES.answer(ReplyKey.AREA_UNCLEAR, "en", base).body()).contains("do not know", "AREA");
    }

    @Test
    void shouldNeverPrintTheText() {
        assertThat(REPLIES.answer(ReplyKey.HELP, "en", facts(ReplyKey.HELP, "en", false)))
                .asString()
                .doesNotContain("112");
    }

    private static ReplyFacts facts(ReplyKey key, String language, boolean longNames) {
        List<String> districts = districts(language);
        boolean languageChoice = key == ReplyKey.CHOOSE_LANGUAGE || key == ReplyKey.LANGUAGE_UNCLEAR;
        boolean areaChoice = key == ReplyKey.CHOOSE_AREA || key == ReplyKey.AREA_UNCLEAR;
        List<String> options = languageChoice ? Notices.LANGUAGES : areaChoice ? districts : List.of();
        List<String> areas = longNames ? districts : districts.subList(0, 2);
        return new ReplyFacts(
                hub(language, longNames),
                purpose(language),
                "Twilio",
                LocalDate.of(2027, 12, 31),
                "112",
                areas,
                false,
                options,
                Map.of(
                        "language",
                        language,
                        "asked",
                        longNames ? "zh-Hant" : "so",
                        "level",
                        "severe",
                        "digits",
                        "471108",
                        "proof",
                        "4711081517"));
    }

    private static String hub(String language, boolean longNames) {
        return switch (language) {
            case "es" -> longNames ? "Avisos de Villa Córdoba" : "Avisos Meridian";
            case "ar" -> longNames ? "تنبيهات مدينة ميريديان" : "تنبيهات ميريديان";
            default -> longNames ? "City of Meridian Public Alerts" : "Meridian Alerts";
        };
    }

    private static String purpose(String language) {
        return switch (language) {
            case "es" -> "alertas y avisos";
            case "ar" -> "إنذارات وإشعارات";
            default -> "emergency and city notices";
        };
    }

    private static List<String> districts(String language) {
        return switch (language) {
            case "es" ->
                List.of(
                        "Puerto Viejo",
                        "La Ribera",
                        "Cerro del Molino",
                        "San Agustín",
                        "Las Huertas",
                        "Estación Norte",
                        "Universidad",
                        "Los Olivos",
                        "Playa Larga",
                        "Valle Bajo");
            case "ar" ->
                List.of(
                        "الميناء القديم",
                        "ضفة النهر",
                        "تل الطاحونة",
                        "سان أوغستين",
                        "البساتين",
                        "محطة الشمال",
                        "حي الجامعة",
                        "الزيتون",
                        "الشاطئ الطويل",
                        "الوادي السفلي");
            default ->
                List.of(
                        "Old Harbour",
                        "Riverside",
                        "Mill Hill",
                        "St Augustine",
                        "The Orchards",
                        "North Station",
                        "University",
                        "Olive Grove",
                        "Long Beach",
                        "Lower Valley");
        };
    }
}
