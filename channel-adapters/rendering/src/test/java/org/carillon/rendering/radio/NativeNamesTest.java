package org.carillon.rendering.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.ContentFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of authority and districts in the script of the language stand within sentences, whatever ends one there. */
class NativeNamesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final LocalStyle STYLE = LocalStyle.of("GB");
    private static final RadioRenderer RENDERER = new RadioRenderer(CATALOGUE, STYLE, "112");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bn|নাগরিক সুরক্ষা|পুরাতন শহর;বন্দর|বন্যা",
                "hi|नागरिक सुरक्षा|पुराना शहर;बंदरगाह|बाढ़",
                "zh-Hans|民防局|旧城;港口|洪水",
                "ur|شہری دفاع|پرانا شہر;بندرگاہ|سیلاب",
                "ar|الدفاع المدني|المدينة القديمة;الميناء|فيضان",
            })
    void shouldPutNamesIntoSentences(String language, String authority, String districts, String event) {
        List<String> areas = Arrays.asList(districts.split(";", -1));
        for (Notice.Kind kind : Notice.Kind.values()) {
            Notice notice = Notices.in(language, authority, event, areas, Notices.notice(kind, "en"));

            String script = ((Rendered.Ready) RENDERER.render(notice, ContentFormat.STANDARD))
                    .rendition()
                    .body();

            assertThat(script)
                    .contains(CATALOGUE.text(language, "radio.where", Map.of("areas", STYLE.list(areas, language))))
                    .doesNotContainPattern("[.。।۔]\\s?[.。।۔]");
            assertThat(script.substring(0, script.indexOf("\n\n")))
                    .contains(authority)
                    .doesNotContainPattern("[.。।۔](?!$)");
        }
    }
}
