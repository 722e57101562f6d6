package org.carillon.rendering.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalStyleTest {
    private static final ZonedDateTime SUNDAY = ZonedDateTime.of(2026, 11, 22, 14, 0, 0, 0, ZoneId.of("Europe/Madrid"));
    private static final LocalStyle PLAIN = LocalStyle.plain();

    @Test
    void shouldWriteTimesAsTheCityDoes() {
        assertThat(LocalStyle.of("GB").time(SUNDAY, "en")).isEqualTo("Sun 22 Nov, 14:00");
        assertThat(LocalStyle.of("GB").time(SUNDAY, "en-US")).isEqualTo("Sun, Nov 22, 2:00\u202fPM");
        assertThat(PLAIN.time(SUNDAY, "es")).isEqualTo("dom, 22 nov, 14:00");
        assertThat(LocalStyle.of("MX").time(SUNDAY, "es")).isEqualTo("dom 22 de nov, 2:00\u202fp.m.");
        assertThat(PLAIN.timeWithoutWeekday(SUNDAY, "es")).isEqualTo("22 nov, 14:00");
    }

    @Test
    void shouldWriteArabicWithDigitsThatCanBeTypedUnlessToldOtherwise() {
        assertThat(PLAIN.time(SUNDAY, "ar")).isEqualTo("الأحد، 22 نوفمبر، 2:00 م");
        assertThat(LocalStyle.of("LB").time(SUNDAY, "ar")).contains("تشرين الثاني");
        assertThat(new LocalStyle(Optional.of("EG"), true).time(SUNDAY, "ar")).isEqualTo("الأحد، ٢٢ نوفمبر، ٢:٠٠ م");
        assertThat(LocalStyle.of("SA").date(LocalDate.of(2027, 12, 31), "ar")).contains("2027");
    }

    @Test
    void shouldTellTheTimeOfTheZoneGiven() {
        assertThat(PLAIN.time(SUNDAY.withZoneSameInstant(ZoneOffset.ofHours(5)), "en-GB"))
                .isEqualTo("Sun 22 Nov, 18:00");
    }

    @Test
    void shouldWriteDatesAndLists() {
        assertThat(PLAIN.date(LocalDate.of(2027, 12, 31), "en-GB")).isEqualTo("31 Dec 2027");
        assertThat(PLAIN.date(LocalDate.of(2027, 12, 31), "ar")).isEqualTo("31 ديسمبر 2027");
        assertThat(PLAIN.list(List.of("Norte", "Centro", "Sur"), "es")).isEqualTo("Norte, Centro y Sur");
        assertThat(PLAIN.list(List.of("الشمال", "الوسط", "الجنوب"), "ar")).isEqualTo("الشمال والوسط والجنوب");
    }

    /** ICU has no data for it and would take those of the machine's own language. */
    @Test
    void shouldWriteHaitianCreole() {
        assertThat(PLAIN.time(SUNDAY, "ht")).isEqualTo("dim 22 nov, 14:00");
        assertThat(LocalStyle.of("US").time(SUNDAY, "ht")).isEqualTo("dim 22 nov, 2:00 PM");
        assertThat(LocalStyle.of("US").clock(SUNDAY, "ht")).isEqualTo("2:00 PM");
        assertThat(PLAIN.timeWithoutWeekday(SUNDAY, "ht")).isEqualTo("22 nov, 14:00");
        assertThat(PLAIN.date(LocalDate.of(2027, 12, 31), "ht")).isEqualTo("31 des 2027");
        assertThat(PLAIN.list(List.of("Pòtoprens", "Jakmèl", "Okay"), "ht")).isEqualTo("Pòtoprens, Jakmèl ak Okay");
        assertThat(PLAIN.list(List.of("Jakmèl"), "ht")).isEqualTo("Jakmèl");
    }
}
