package org.carillon.channel.sms.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.channel.sms.Demo;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.sms.Replies;
import org.carillon.rendering.sms.Segmentation;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTextsTest {
    private static final CityPack CITY = Demo.city();
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> TWO = List.of("D01", "D02");
    private final ReplyTexts texts = new ReplyTexts(CITY, new Replies(CATALOGUE, LocalStyle.ofZone(CITY.timeZone())));

    static Stream<Arguments> everyAnswer() {
        return CITY.languageCodes().stream()
                .flatMap(tag -> EnumSet.complementOf(EnumSet.of(ReplyKey.OFFICER)).stream()
                        .map(key -> Arguments.of(key, tag)));
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void shouldSayEveryAnswerInEveryLanguageInTwoParts(ReplyKey key, String language) {
        List<String> all = CITY.districtCodes();
        for (int count = 1; count <= all.size(); count++) {
            String text = texts.text(reply(key, language, all.subList(all.size() - count, all.size())));

            assertThat(text).isNotBlank().doesNotContain("{", "D01");
            assertThat(Segmentation.of(text).count())
                    .as("%d districts: %s", count, text)
                    .isBetween(1, 2);
        }
        for (String district : all) {
            String text = texts.text(reply(key, language, List.of(district)));
            assertThat(Segmentation.of(text).count()).as(text).isBetween(1, 2);
        }
    }

    @Test
    void shouldNameDistrictsInTheLanguageOfTheAnswer() {
        assertThat(texts.text(reply(ReplyKey.JOINED, "es", TWO))).contains("Puerto Viejo");
        assertThat(texts.text(reply(ReplyKey.JOINED, "ar", TWO))).contains("الميناء القديم");
        assertThat(texts.text(reply(ReplyKey.HELP, "en", TWO))).contains("112");
    }

    private static Reply reply(ReplyKey key, String language, List<String> districts) {
        boolean languages = key == ReplyKey.CHOOSE_LANGUAGE || key == ReplyKey.LANGUAGE_UNCLEAR;
        return new Reply(
                "r1",
                new ContactId(1, 2),
                CITY.purposes().getFirst().id().value(),
                SealedContact.ofBytes(new byte[] {1}),
                language,
                key,
                districts,
                languages ? CITY.languageCodes() : CITY.districtCodes(),
                Map.of(
                        "language",
                        language,
                        "level",
                        "severe",
                        "asked",
                        "bn",
                        "digits",
                        "471108",
                        "proof",
                        "4711081517"),
                Instant.EPOCH);
    }
}
