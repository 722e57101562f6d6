package org.carillon.rendering.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.rendering.GoldenFiles;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.check.NumberDirection;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of message in every language, as a station reads it. */
class RadioGoldenTest {
    private final RadioRenderer renderer = new RadioRenderer(Catalogue.load(), LocalStyle.of("GB"), "112");

    @TestFactory
    List<DynamicTest> shouldReadAsReviewed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : Notices.LANGUAGES) {
            for (Notice.Kind kind : Notice.Kind.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT) + ".standard";
                tests.add(golden(language, name, Notices.notice(kind, language), ContentFormat.STANDARD));
            }
            Notice alert = Notices.notice(Notice.Kind.ALERT, language);
            tests.add(golden(language, "alert.plain", alert, ContentFormat.PLAIN));
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
        Rendition rendition = ((Rendered.Ready) renderer.render(notice, format)).rendition();
        assertThat(NumberDirection.misread(rendition.body())).isEmpty();
        GoldenFiles.check(
                "radio/" + language + "/" + name + ".txt",
                rendition.body() + "\n--- " + rendition.attributes().get(RadioRenderer.SECONDS) + " s, core "
                        + rendition.attributes().get(RadioRenderer.CORE_SECONDS) + " s in "
                        + rendition.attributes().get(RadioRenderer.CORE_PARAGRAPHS) + " paragraphs\n");
    }
}
