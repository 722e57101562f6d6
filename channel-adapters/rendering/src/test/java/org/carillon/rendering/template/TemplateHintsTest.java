package org.carillon.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carillon.rendering.hint.Hint;
import org.carillon.rendering.hint.TextHints;
import org.carillon.rendering.hint.Written;
import org.carillon.rendering.hint.Written.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hint about what has been approved would teach officers to overlook hints. */
class TemplateHintsTest {
    private static final TextHints HINTS = new TextHints(Filled.CATALOGUE);

    static List<Template> templates() {
        return Filled.TEMPLATES.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldHaveNothingToSayOfATemplate(Template template) {
        Arguments arguments = Filled.arguments(template, Filled.form(template));
        List<Written> languages = Filled.LANGUAGES.stream()
                .map(language -> Written.of(
                        language, Filled.TEMPLATES.text(arguments, language), List.of("Meridian"), Wording.TEMPLATE))
                .toList();
        List<Hint> hints = new ArrayList<>(HINTS.between(languages));
        languages.forEach(written -> hints.addAll(HINTS.of(written)));

        assertThat(hints.stream().map(TemplateHintsTest::line)).isEmpty();
    }

    private static String line(Hint hint) {
        return String.join(
                " | ",
                hint.rule(),
                hint.language(),
                String.valueOf(hint.field()),
                hint.words(),
                String.valueOf(hint.matter()));
    }
}
