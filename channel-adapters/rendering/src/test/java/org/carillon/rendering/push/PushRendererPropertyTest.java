package org.carillon.rendering.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.ContentFormat;

class PushRendererPropertyTest {
    private static final PushRenderer RENDERER = new PushRenderer(Catalogue.load(), LocalStyle.plain());

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void fitsAndKeepsTheInstructionWhole(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        String instruction = notice.instruction();
        String whole = PushText.tidy(instruction);
        switch (RENDERER.render(notice, format)) {
            case Rendered.Ready ready -> {
                String json = ready.rendition().body();
                PushPayload payload = PushPayload.parse(json).orElseThrow();
                assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PushRenderer.MAX_BYTES);
                assertThat(payload.toJson()).isEqualTo(json);
                assertThat(payload.body()).contains(whole).contains(notice.code());
                if (!notice.kind().withdraws()) {
                    assertThat(payload.body()).startsWith(whole);
                }
                assertThat(payload.tag()).isEqualTo(notice.thread().value());
                assertThat(payload.dir()).isEqualTo(notice.language().equals("ar") ? "rtl" : "ltr");
                assertThat(RENDERER.render(notice, format)).isEqualTo(ready);
            }
            case Rendered.TooLong tooLong -> {
                assertThat(tooLong.excess()).isPositive();
                assertThat(whole.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1200);
                int keep = Math.max(0, whole.codePointCount(0, whole.length()) - tooLong.excess());
                String shorter = whole.substring(0, whole.offsetByCodePoints(0, keep));
                assertThat(RENDERER.render(Notices.with(notice, notice.description(), shorter, notice.areas()), format))
                        .isInstanceOf(Rendered.Ready.class);
            }
        }
    }

    @Provide
    Arbitrary<Notice> notices() {
        Arbitrary<String> sentence = Arbitraries.of(
                "Boil your water.",
                "Stay \"indoors\" until 21:00!",
                "Évacuez le café.",
                "اغلوا الماء قبل شربه.",
                "Call\n555-0134",
                "Back\\slash \u0001 and tab\t.",
                "Go to high ground 😀 now.",
                "Half a pair \ud83d.");
        Arbitrary<String> text = sentence.list().ofMaxSize(150).map(list -> String.join("  ", list));
        Arbitrary<List<String>> areas = Arbitraries.of("Old Harbour", "Ribera Ñuñoa", "تل الطاحونة")
                .list()
                .ofMaxSize(60);
        return Combinators.combine(
                        Arbitraries.of(Notices.LANGUAGES), Arbitraries.of(Notice.Kind.values()), text, text, areas)
                .as((language, kind, description, instruction, names) ->
                        Notices.with(Notices.notice(kind, language), description, instruction, names));
    }
}
