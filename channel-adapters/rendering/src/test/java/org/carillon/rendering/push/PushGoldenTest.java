package org.carillon.rendering.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Every kind of notification in every language and format, as it is sent and as it is shown. */
class PushGoldenTest {
    private final PushRenderer renderer = new PushRenderer(Catalogue.load(), LocalStyle.of("GB"));

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
        Rendition rendition = ((Rendered.Ready) renderer.render(notice, format)).rendition();
        PushPayload payload = PushPayload.parse(rendition.body()).orElseThrow();
        assertThat(NumberDirection.misread(payload.body())).isEmpty();
        assertThat(rendition.attributes())
                .containsEntry("bytes", Integer.toString(rendition.body().getBytes(StandardCharsets.UTF_8).length));
        GoldenFiles.check(
                "push/" + language + "/" + name + ".txt",
                rendition.body() + "\n---\n" + payload.title() + "\n\n" + payload.body() + "\n");
    }
}
