package org.carillon.rendering.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.carillon.rendering.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongTimesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ZonedDateTime EVENING = ZonedDateTime.of(2026, 11, 22, 19, 5, 0, 0, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Sunday 22 November at 19:05",
                "es|domingo, 22 de noviembre, 19:05",
                "ca|diumenge, 22 de novembre, a les 19:05",
                "bg|неделя, 22 ноември в 19:05",
                "ga|Dé Domhnaigh, 22 Samhain ag 19:05",
                "ar|الأحد، 22 نوفمبر الساعة 19:05",
                "ur|اتوار، 22 نومبر 19:05",
                "hi|रविवार, 22 नवंबर को 19:05 बजे",
                "bn|রবিবার, 22 নভেম্বর, 19:05",
                "zh-Hans|11月22日星期日 19:05",
                "ht|dimanch 22 novanm a 19:05",
            })
    void shouldPutDayAndTimeTogetherAsTheLanguageDoes(String language, String moment) {
        assertThat(in("PT").moment(EVENING, language)).isEqualTo(moment);
    }

    @Test
    void shouldCountTheHoursAsTheCityDoes() {
        assertThat(in("US").moment(EVENING, "en")).isEqualTo("Sunday, November 22 at 7:05\u202fPM");
        assertThat(in("US").moment(EVENING, "zh-Hans")).isEqualTo("11月22日星期日 下午7:05");
        assertThat(in("US").moment(EVENING, "bg")).endsWith("pm");
        assertThat(LocalStyle.of("US").countsTo24("en")).isFalse();
        assertThat(LocalStyle.of("PT").countsTo24("zh-Hans")).isTrue();
    }

    @Test
    void shouldNameADay() {
        assertThat(in("PT").day(LocalDate.of(2026, 8, 5), "ht")).isEqualTo("mèkredi 5 out");
        assertThat(in("PT").day(LocalDate.of(2026, 11, 22), "ga")).isEqualTo("Dé Domhnaigh, 22 Samhain");
        assertThat(in("US").day(LocalDate.of(2026, 11, 22), "en")).isEqualTo("Sunday, November 22");
    }

    private static LongTimes in(String country) {
        return new LongTimes(CATALOGUE, LocalStyle.of(country));
    }
}
