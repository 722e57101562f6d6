package org.carillon.ingest.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

class PreviewDeskTest {
    private final FakeHub hub = new FakeHub();
    private final PreviewDesk desk = new PreviewDesk(
            hub,
            new LanguageChecks(TestHub.CITY, TestHub.CATALOGUE),
            new AreaDesk(TestHub.CITY),
            Map.of("sms", 2.0),
            Map.of("sms", new Price(new BigDecimal("0.0075"), "USD")));

    @Test
    void shouldShowWhatEachChannelSaysAndHowLongItTakes() {
        // Given
        Alert alert = submitted(
                TestHub.info("en", "Boil water", TestHub.district("D01")),
                TestHub.info("es", "Hierva el agua", TestHub.district("D01")));
        hub.estimates = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(p -> new AudienceEstimate(
                        alert.id(), 1, p, Map.of("sms", Map.of("en", 10L, "es", 5L)), Map.of("ar", 1L)))
                .toList();

        // When
        Preview preview = desk.of(alert);

        // Then
        assertThat(preview.renditions()).hasSize(4);
        assertThat(preview.audience())
                .isEqualTo(new Preview.Audience(
                        240, true, Map.of("sms", Map.of("en", 160L, "es", 80L)), Map.of("ar", 16L)));
        long parts = parts(preview, "en") * 160 + parts(preview, "es") * 80;
        assertThat(preview.delivery())
                .isEqualTo(Map.of(
                        "sms",
                        new Preview.Delivery(
                                240,
                                parts,
                                2.0,
                                (long) Math.ceil(parts / 2.0),
                                new Price.Cost(new BigDecimal("0.0075").multiply(BigDecimal.valueOf(parts)), "USD"))));
        assertThat(preview.warnings())
                .filteredOn(warning -> warning.code().equals("missing-language"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.language()).isEqualTo("ar");
                    assertThat(warning.message()).contains("speak this language at home, and 16 subscribers read it");
                });
    }

    @Test
    void shouldCountResidentsWithoutATextWhileNobodyHasSubscribed() {
        Preview preview = desk.of(submitted(TestHub.info("en", "Boil water", TestHub.district("D01"))));

        assertThat(preview.warnings())
                .filteredOn(warning -> warning.code().equals("missing-language")
                        && warning.language().equals("es"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .isEqualTo(String.format(
                                "has no text: %,d residents of the area speak this language at home",
                                preview.area().withoutLanguage().get("es"))));
    }

    @Test
    void shouldSayWhichWordsOfWhichText() {
        Alert alert = submitted(
                TestHub.info("en", "DANGER: leave Mill Street at 19:00", TestHub.district("D01")),
                TestHub.info("es", "Salga de la calle Mayor a las 18:00", TestHub.district("D01"))
                        .replace("1 minute", "3 minutes"));

        List<LanguageChecks.Warning> warnings = desk.of(alert).warnings();

        assertThat(warnings)
                .extracting(
                        LanguageChecks.Warning::code,
                        LanguageChecks.Warning::language,
                        LanguageChecks.Warning::field,
                        LanguageChecks.Warning::words)
                .contains(
                        tuple("capitals", "en", "headline", "DANGER"),
                        tuple("numbers", "es", "instruction", "3"),
                        tuple("severity-words", "es", null, "DANGER"))
                .doesNotContain(tuple("no-place", "en", null, null), tuple("no-time", "en", null, null));
        assertThat(Json.mapper().valueToTree(warnings).findValuesAsText("advice"))
                .contains("Say the same numbers and times in every language.");
        assertThat(Json.mapper().valueToTree(warnings).findValues("remark"))
                .as("for pages only")
                .isEmpty();
    }

    @Test
    void shouldWarnOfLanguagesThatSayDifferentThings() {
        Alert alert = submitted(
                TestHub.info("en", "Boil water", TestHub.district("D01")),
                TestHub.info("es", "Hierva el agua", TestHub.district("D02"))
                        .replace("<severity>Severe", "<severity>Minor")
                        .replace("<instruction>Boil it for 1 minute.</instruction>", ""));

        assertThat(desk.of(alert).warnings())
                .extracting(LanguageChecks.Warning::code, LanguageChecks.Warning::language)
                .contains(tuple("severity", "es"), tuple("areas", "es"), tuple("instruction", "es"));
    }

    @Test
    void shouldReadBackWhatIsStored() {
        String square = "40.0,-18.0 40.0,-17.98 40.02,-17.98 40.02,-18.0 40.0,-18.0";
        Alert alert = submitted(TestHub.info("en", "Boil water", TestHub.district("D01") + TestHub.polygon(square)));

        ReadBack area = desk.of(alert).area();

        assertThat(area.districts()).extracting(ReadBack.Place::code).contains("D01");
        ReadBack.Place first = area.districts().getFirst();
        assertThat(first.name()).containsEntry("es", "Puerto Viejo");
        assertThat(first.population())
                .isEqualTo(TestHub.CITY.pack().census().ofDistrict("D01"))
                .isPositive();
        assertThat(area.population())
                .isEqualTo(area.districts().stream()
                        .mapToLong(ReadBack.Place::population)
                        .sum());
        assertThat(area.withoutLanguage()).containsKey("es").doesNotContainKey("en");
        assertThat(area.nameToType()).isFalse();
        assertThat(Json.mapper().valueToTree(area.geoJson()).findValuesAsText("kind"))
                .contains("district", "polygon");
    }

    @Test
    void shouldSayThatAPlaceIsToBeTypedForExtreme() {
        Alert alert =
                submitted(TestHub.info("en", "Flood", TestHub.district("D01")).replace("Severe", "Extreme"));

        assertThat(desk.of(alert).area().nameToType()).isTrue();
    }

    @Test
    void shouldWarnOfAReferenceToTheFuture() {
        byte[] cap = TestHub.bytes(TestHub.cap(
                "a",
                "Update",
                "<references>water@port-maravel.example,b,2026-11-22T13:00:00-00:00</references>",
                TestHub.info("en", "Boil water", TestHub.district("D01"))));

        assertThat(desk.of(submitted(cap)).warnings())
                .extracting(LanguageChecks.Warning::code)
                .contains("reference");
    }

    @Test
    void shouldWarnOfACodeThatNamesNoDistrict() {
        String area = TestHub.district("D01") + TestHub.district("D99");

        assertThat(desk.of(submitted(TestHub.info("en", "Boil water", area))).warnings())
                .filteredOn(warning -> warning.code().equals("geocode"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("D99"));
    }

    @Test
    void shouldSayWhileNobodyHasCounted() {
        Preview preview = desk.of(submitted(TestHub.info("en", "Boil water", TestHub.district("D01"))));

        assertThat(preview.audience()).isNull();
        assertThat(preview.delivery()).isEmpty();
    }

    @Test
    void shouldShowNothingRatherThanAPart() {
        Alert alert = submitted(TestHub.info("en", "Boil water", TestHub.district("D01")));
        hub.renditions = null;

        assertThatThrownBy(() -> desk.of(alert))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    private Alert submitted(String... infos) {
        return submitted(TestHub.bytes(TestHub.cap("a", "Alert", "", infos)));
    }

    private Alert submitted(byte[] cap) {
        Submissions.Prepared prepared =
                TestHub.submissions(List::of).prepare(cap, new Wishes(null, null, List.of(), false));
        Alert alert = TestHub.alert(prepared.content(), AlertState.PENDING_APPROVAL);
        hub.renditions = prepared.renditions();
        hub.documents.put(alert.id(), cap);
        return alert;
    }

    private static long parts(Preview preview, String language) {
        return preview.renditions().stream()
                .filter(r -> r.language().equals(language))
                .mapToLong(r -> Long.parseLong(r.attributes().get("parts")))
                .max()
                .orElseThrow();
    }
}
