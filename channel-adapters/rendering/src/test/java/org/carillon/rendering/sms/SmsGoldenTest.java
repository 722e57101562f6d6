package org.carillon.rendering.sms;

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
import org.carillon.schemas.alert.ContentFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of message in every language and format, as residents read it. */
class SmsGoldenTest {
    private final SmsRenderer renderer = new SmsRenderer(Catalogue.load(), LocalStyle.of("GB"), SmsLimits.DEFAULT);

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
            tests.add(golden(language, "exercise.plain", Notices.exercise(alert), ContentFormat.PLAIN));
        }
        return tests;
    }

    private DynamicTest golden(String language, String name, Notice notice, ContentFormat format) {
        return DynamicTest.dynamicTest(
                language + "/" + name, () -> shouldReadAsReviewed(language, name, notice, format));
    }

    private void shouldReadAsReviewed(String language, String name, Notice notice, ContentFormat format)
            throws IOException {
        SmsRendition.Ready ready = (SmsRendition.Ready) renderer.compose(notice, format);
        Segmentation s = ready.segmentation();
        assertThat(NumberDirection.misread(ready.body())).isEmpty();
        GoldenFiles.check(
                "sms/" + language + "/" + name + ".txt",
                ready.body() + "\n--- " + s.encoding() + ", " + s.units() + " units, " + s.count()
                        + " parts, left out: " + ready.omitted() + "\n");
    }
}
