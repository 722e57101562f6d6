package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.remark.Remark;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message of these tests ends on 23 November 2026 at 12:00 UTC. */
class EarlyEndTest {
    private final LanguageChecks checks = new LanguageChecks(TestHub.CITY, TestHub.CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:01Z, true",
        "2026-11-23T11:59:59-02:00, true",
        "2026-11-23T12:00:00Z, false",
        "2026-11-22T18:00:00Z, false",
        "2026-11-24, true",
        "2026-11-23, false",
        "Mill Street 3, false",
    })
    void shouldWarnOfATimeAfterTheEnd(String value, boolean warns) {
        assertThat(checks.of(message(), use(value, List.of("es"))).stream().anyMatch(Remark.EarlyEnd.class::isInstance))
                .isEqualTo(warns);
    }

    @Test
    void shouldSayWhichAndSpareOwnWords() {
        Instant late = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(checks.of(message(), use(late.toString(), List.of())))
                .filteredOn(Remark.EarlyEnd.class::isInstance)
                .containsExactly(new Remark.EarlyEnd(Instant.parse("2026-11-23T12:00:00Z"), late));
        assertThat(checks.of(message(), use(late.toString(), List.of("en", "es"))))
                .noneMatch(Remark.EarlyEnd.class::isInstance);
        assertThat(checks.of(message(), null)).noneMatch(Remark.EarlyEnd.class::isInstance);
    }

    private static TemplateUse use(String end, List<String> ownWording) {
        return new TemplateUse("water-outage", Map.of("end", Map.of(TemplateUse.EVERY_LANGUAGE, end)), ownWording);
    }

    private static CapAlert message() {
        byte[] cap = TestHub.bytes(TestHub.cap(
                "a",
                "Alert",
                "",
                TestHub.info("en", "No tap water", TestHub.district("D01")),
                TestHub.info("es", "Sin agua", TestHub.district("D01"))));
        return ((CapReading.Valid) CapReader.read(cap)).document().alert();
    }
}
