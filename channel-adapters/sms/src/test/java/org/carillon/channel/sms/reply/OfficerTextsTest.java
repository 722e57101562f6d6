package org.carillon.channel.sms.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.channel.sms.Demo;
import org.carillon.rendering.sms.Segmentation;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficerTextsTest {
    private static final CityPack CITY = Demo.city();

    private final OfficerTexts texts = new OfficerTexts(CITY, URI.create("https://alerts.example.org"));

    @Test
    void shouldSayWhatWaitsWhereAndSinceWhen() {
        assertThat(texts.text(notice("approval", List.of("D01", "D02"), Map.of())))
                .isEqualTo("""
                        Port Maravel: an alert waits for your approval: "Flood" (Extreme), Old Harbour, Lighthouse Point, \
                        by ana, %s.
                        https://alerts.example.org/console/""".formatted(Instant.parse("2026-01-01T12:00:00Z")
                        .atZone(CITY.timeZone())
                        .toLocalTime()));
        assertThat(texts.text(notice("deputy", List.of("D01"), Map.of("minutes", "5"))))
                .contains("nobody has answered for 5 minutes", "deputy");
        assertThat(texts.text(notice("alone", List.of("D01"), Map.of("reason", "nobody\nanswers"))))
                .contains("ana has issued", "without a second person", "Reason: nobody answers");
        assertThat(texts.text(notice("correction", List.of("D01"), Map.of("reason", ""))))
                .contains("has corrected a false alarm", "Old Harbour.\n");
    }

    @Test
    void shouldSayThatTheOperatorHasGivenANewStart() {
        assertThat(texts.text(notice("recovered", List.of(), Map.of("officer", "ana"))))
                .isEqualTo("""
                        Port Maravel: the operator has given the account of ana a new password and taken the second factor \
                        away, without a second person. If you do not know why, ask at once.
                        https://alerts.example.org/console/""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "deputy", "correction", "alone", "recovered", "something new"})
    void shouldFitTwoPartsWhateverPeopleHaveWritten(String kind) {
        Map<String, String> endless = Map.of(
                "event",
                "ß".repeat(400),
                "reason",
                "word ".repeat(100),
                "by",
                "x".repeat(90),
                "officer",
                "y".repeat(40));

        assertThat(Segmentation.of(texts.text(notice(kind, CITY.districtCodes(), endless)))
                        .count())
                .isBetween(1, 2);
    }

    private static Reply notice(String kind, List<String> districts, Map<String, String> more) {
        Map<String, String> args = new HashMap<>(Map.of(
                "kind", kind, "event", "Flood", "severity", "Extreme", "by", "ana", "since", "2026-01-01T12:00:00Z"));
        args.putAll(more);
        return new Reply(
                "A-1",
                new ContactId(1, 2),
                "carillon-officers",
                SealedContact.ofBytes(new byte[] {1}),
                "en",
                ReplyKey.OFFICER,
                districts,
                List.of(),
                args,
                Instant.parse("2026-01-01T12:00:00Z"));
    }
}
