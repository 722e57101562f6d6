package org.carillon.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.carillon.rendering.GoldenFiles;
import org.carillon.rendering.check.NumberDirection;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every template in every language, as every channel says it in both formats: one file for each language and hazard. */
class TemplateGoldenTest {
    @TestFactory
    List<DynamicTest> shouldReadAsReviewed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : Filled.LANGUAGES) {
            for (Template template : Filled.TEMPLATES.all()) {
                tests.add(DynamicTest.dynamicTest(
                        language + "/" + template.id(), () -> shouldReadAsReviewed(template, language)));
            }
        }
        return tests;
    }

    private static void shouldReadAsReviewed(Template template, String language) throws IOException {
        AlertText text = Filled.TEMPLATES.text(Filled.arguments(template, Filled.form(template)), language);
        Notice notice = Filled.notice(template, text, language);
        StringBuilder all = new StringBuilder();
        for (Renderer renderer : Filled.RENDERERS) {
            for (ContentFormat format : ContentFormat.values()) {
                Rendition rendition = ready(renderer.render(notice, format));
                if (!renderer.channel().equals("web")) {
                    assertThat(NumberDirection.misread(rendition.body())).isEmpty();
                }
                all.append("=== ")
                        .append(renderer.channel())
                        .append(' ')
                        .append(format.wireName())
                        .append(' ')
                        .append(new TreeMap<>(rendition.attributes()))
                        .append('\n')
                        .append(rendition.body())
                        .append("\n\n");
            }
        }
        GoldenFiles.check("templates/" + language + "/" + template.id() + ".txt", all.toString());
    }

    private static Rendition ready(Rendered rendered) {
        return switch (rendered) {
            case Rendered.Ready ready -> ready.rendition();
            case Rendered.TooLong excess -> throw new AssertionError("too long by " + excess.excess());
        };
    }
}
