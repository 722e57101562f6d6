package org.carillon.rendering.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flooding: leave Mill Street now|Flooding|true",
                "Flooding: leave Mill Street now|FLOOD|true",
                "Inundación en el río|inundacion|true",
                "A road is closed: Mill Street|Road closed|false",
                "Tap water is not safe|Boil water notice|false",
                "The scold is over|cold|false",
                "紧急：洪水，请撤离|洪水|true",
                "请撤离|洪水|false",
                "سیلاب: ابھی نکلیں|سیلاب|true",
                "बाढ़: अभी निकलें|बाढ़|true",
                "कल सुबह|कुल|false",
                "СИЛЬНАЯ ЖАРА: до 25 градусов|Сильная жара|true",
            })
    void shouldSeeWhatIsSaidAnyway(String headline, String event, boolean said) {
        assertThat(SameWords.contains(headline, event)).isEqualTo(said);
    }
}
