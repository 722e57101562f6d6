package org.carillon.rendering.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.carillon.schemas.cap.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WebRendererPropertyTest {
    private static final WebRenderer RENDERER = new WebRenderer(Catalogue.load(), LocalStyle.plain());
    private static final Set<String> OURS =
            Set.of("article", "h2", "h3", "strong", "span", "p", "time", "div", "dl", "dt", "dd", "code", "bdi", "br");

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isWellFormedAndHoldsNoMarkupButOurs(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        String body = body(notice, format);
        Document article = Fragment.parse(body);
        assertThat(elements(article)).isSubsetOf(OURS);
        assertThat(article.getDocumentElement().getAttribute("lang")).isEqualTo(notice.language());
        assertThat(article.getDocumentElement().getAttribute("dir"))
                .isEqualTo(notice.language().equals("ar") ? "rtl" : "ltr");
        assertThat(article.getElementsByTagName("h2").getLength()).isEqualTo(1);
        assertThat(article.getElementsByTagName("script").getLength()).isZero();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void saysInstructionAndCodeWhole(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        String seen =
                words(Fragment.parse(body(notice, format)).getDocumentElement().getTextContent());
        String plain = notice.plain() == null ? "" : notice.plain();
        String instruction = notice.instruction() == null ? "" : notice.instruction();
        boolean plainGiven = format == ContentFormat.PLAIN && !plain.isBlank();
        assertThat(seen)
                .contains(words(Html.clean(plainGiven ? plain : instruction)))
                .contains(notice.code());
        if (notice.exercise()) {
            assertThat(seen.indexOf(exercise(notice))).isNotEqualTo(seen.lastIndexOf(exercise(notice)));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void isTheSameToTheByteEachTime(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        assertThat(body(notice, format))
                .isEqualTo(body(notice, format))
                .doesNotContain("\r")
                .endsWith("</article>\n");
    }

    private static String exercise(Notice notice) {
        return words(Catalogue.load().text(notice.language(), "alert.exercise", java.util.Map.of()));
    }

    private static String body(Notice notice, ContentFormat format) {
        return ((Rendered.Ready) RENDERER.render(notice, format)).rendition().body();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Set<String> elements(Document document) {
        Set<String> names = new TreeSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            names.add(((Element) all.item(i)).getTagName());
        }
        return names;
    }

    @Provide
    Arbitrary<Notice> notices() {
        Arbitrary<String> piece = Arbitraries.of(
                "Boil your water.",
                "<script>alert(1)</script>",
                "</article>",
                "\" onmouseover=\"x",
                "' & &amp; &lt;b>",
                "<!-- ",
                "]]>",
                "\u0000\u0007\uFFFE",
                "\uD800",
                "اغلوا الماء قبل شربه 555-0134.",
                "Call\n555-0134",
                "One.\n\nTwo.\r\nThree.",
                "Go to high ground 😀 now.");
        Arbitrary<String> text = Arbitraries.oneOf(
                piece.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.just(""));
        Arbitrary<String> needed = text.map(t -> "E" + t);
        return Combinators.combine(
                        Arbitraries.of(Notices.LANGUAGES),
                        Arbitraries.of(Notice.Kind.values()),
                        Arbitraries.of(Severity.values()),
                        needed,
                        text,
                        text,
                        text,
                        needed.list().ofMaxSize(4))
                .as((language, kind, severity, event, description, instruction, plain, areas) -> new Notice(
                        Notices.notice(kind, "en").alertId(),
                        Notices.notice(kind, "en").thread(),
                        Notices.notice(kind, "en").sent(),
                        language,
                        kind,
                        severity == Severity.UNKNOWN,
                        severity,
                        "Meridian <Water>",
                        event,
                        description,
                        description,
                        instruction,
                        plain,
                        List.copyOf(areas),
                        ZonedDateTime.parse("2026-11-28T18:00:00+01:00"),
                        "4F7K-92QX",
                        new Notice.Earlier(event, ZonedDateTime.parse("2026-11-22T14:05:00+01:00"))));
    }
}
