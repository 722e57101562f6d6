package org.carillon.rendering.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.rendering.GoldenFiles;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.ContentFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of message in every language and format, as it stands on the page. */
class WebGoldenTest {
    private final WebRenderer renderer = new WebRenderer(Catalogue.load(), LocalStyle.of("GB"));

    @TestFactory
    List<DynamicTest> shouldReadAsReviewed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : Notices.LANGUAGES) {
            for (Notice.Kind kind : Notice.Kind.values()) {
                for (ContentFormat format : ContentFormat.values()) {
                    String name = kind.name().toLowerCase(Locale.ROOT) + "." + format.wireName();
                    tests.add(golden(language, name, Notices.notice(kind, language), format));
                }
            }
            Notice alert = Notices.notice(Notice.Kind.ALERT, language);
            tests.add(golden(language, "alert.plain-given", Notices.withPlain(alert), ContentFormat.PLAIN));
            tests.add(golden(language, "exercise.standard", Notices.exercise(alert), ContentFormat.STANDARD));
        }
        return tests;
    }

    private DynamicTest golden(String language, String name, Notice notice, ContentFormat format) {
        return DynamicTest.dynamicTest(
                language + "/" + name, () -> shouldReadAsReviewed(language, name, notice, format));
    }

    private void shouldReadAsReviewed(String language, String name, Notice notice, ContentFormat format)
            throws IOException {
        Rendered.Ready ready = (Rendered.Ready) renderer.render(notice, format);
        String body = ready.rendition().body();
        Fragment.parse(body);
        GoldenFiles.check("web/" + language + "/" + name + ".html", body);
    }
}
