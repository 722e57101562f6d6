package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {
    private static final Path VECTORS = Path.of(System.getProperty("carillon.root", "."))
            .resolveSibling("shared")
            .resolve("data/sms/segmentation_vectors.md");

    /** Columns: a text in the small language of {@link #text}, encoding, units, parts. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            a*160,                 GSM_7, 160, 1
            a*161,                 GSM_7, 161, 2
            a*306,                 GSM_7, 306, 2
            a*307,                 GSM_7, 307, 3
            a*459,                 GSM_7, 459, 3
            a*460,                 GSM_7, 460, 4
            ]*80,                  GSM_7, 160, 1
            ]*81,                  GSM_7, 162, 2
            ]*152,                 GSM_7, 304, 2
            ]*153,                 GSM_7, 306, 3
            a*152+€+a*152,         GSM_7, 306, 3
            a*151+€+a*153,         GSM_7, 306, 2
            é*160,                 GSM_7, 160, 1
            Ç*160,                 GSM_7, 160, 1
            ç*160,                 UCS_2, 160, 3
            á*70,                  UCS_2, 70, 1
            я*70,                  UCS_2, 70, 1
            я*71,                  UCS_2, 71, 2
            я*134,                 UCS_2, 134, 2
            я*135,                 UCS_2, 135, 3
            я*201,                 UCS_2, 201, 3
            я*202,                 UCS_2, 202, 4
            ع*134,                 UCS_2, 134, 2
            ع*135,                 UCS_2, 135, 3
            😀*35,                 UCS_2, 70, 1
            😀*36,                 UCS_2, 72, 2
            я*66+😀+я*66,          UCS_2, 134, 3
            |*69+∞,                UCS_2, 70, 1
            e\u0301*75,            UCS_2, 150, 3
            я*63+👨‍👩‍👧‍👦+я*60,        UCS_2, 134, 3
            a*158+\\r\\n,          GSM_7, 160, 1
            a*152+\\r\\n+a*152,     GSM_7, 306, 3
            a\tb,                  UCS_2, 3, 1
            `,                     UCS_2, 1, 1
            a\u00a0b,              UCS_2, 3, 1
            """)
    void shouldPackAsHandsetsDo(String recipe, SmsEncoding encoding, int units, int parts) {
        // When
        Segmentation segmentation = Segmentation.of(text(recipe));

        // Then
        assertThat(segmentation.encoding()).isEqualTo(encoding);
        assertThat(segmentation.units()).isEqualTo(units);
        assertThat(segmentation.count()).isEqualTo(parts);
    }

    @TestFactory
    List<DynamicTest> shouldCountLikeTheProvidersOwnCalculator() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the golden vectors do not lie beside this clone");
        List<DynamicTest> tests = new ArrayList<>();
        Pattern row = Pattern.compile("\\| (.+) \\| (GSM-7|UCS-2) \\| (\\d+) \\| (\\d+) \\| \\S+ \\|");
        for (String line : Files.readAllLines(VECTORS)) {
            Matcher vector = row.matcher(line);
            if (vector.matches()) {
                tests.add(DynamicTest.dynamicTest(vector.group(1), () -> shouldMatch(vector)));
            }
        }
        assertThat(tests).hasSize(36);
        return tests;
    }

    private static void shouldMatch(Matcher vector) {
        Segmentation segmentation = Segmentation.of(described(vector.group(1)));
        assertThat(segmentation.encoding().name().replace('_', '-')).isEqualTo(vector.group(2));
        assertThat(segmentation.count()).isEqualTo(Integer.parseInt(vector.group(4)));
        if (segmentation.encoding() == SmsEncoding.GSM_7) {
            assertThat(segmentation.units()).isEqualTo(Integer.parseInt(vector.group(3)));
        }
    }

    @Test
    void shouldShowWhereThePartsEnd() {
        assertThat(Segmentation.of("a".repeat(152) + "€b").parts()).containsExactly("a".repeat(152) + "€b");
        assertThat(Segmentation.of("a".repeat(152) + "€" + "b".repeat(10)).parts())
                .containsExactly("a".repeat(152), "€" + "b".repeat(10));
    }

    @Test
    void shouldSplitOneGraphemeThatIsLongerThanAPart() {
        String text = "e" + "\u0301".repeat(199);
        assertThat(Segmentation.of(text).count()).isEqualTo(3);
        assertThat(String.join("", Segmentation.of(text).parts())).isEqualTo(text);
    }

    @Test
    void shouldCountAnEmptyTextAsOnePart() {
        assertThat(Segmentation.of("").count()).isEqualTo(1);
    }

    @Test
    void shouldNeverPrintTheText() {
        assertThat(Segmentation.of("boil your water")).asString().doesNotContain("water");
    }

    /** {@code x*n} repeats a text, {@code +} joins; the file's own short descriptions are spelt out. */
    private static String described(String name) {
        return switch (name) {
            case "é vs e+U+0301 (150)" -> "e\u0301".repeat(75);
            case "tab" -> "a\tb";
            case "backtick" -> "`";
            case "nbsp" -> "a\u00a0b";
            case "“smart” a*150" -> "“" + "a".repeat(150) + "”";
            case "ʻokina Hawaiʻi" -> "Hawai\u02bbi";
            case "Romanian decomposed s+U+0326" -> "s\u0326";
            case "Ukrainian apostrophe U+02BC" -> "п\u02bcять";
            default -> text(name.replaceFirst("^(CRLF |family emoji at boundary: )", ""));
        };
    }

    private static String text(String recipe) {
        StringBuilder text = new StringBuilder();
        for (String term : recipe.split("\\+", -1)) {
            Matcher repeated = Pattern.compile("(.+)\\*(\\d+)", Pattern.DOTALL).matcher(term);
            String piece =
                    repeated.matches() ? repeated.group(1).repeat(Integer.parseInt(repeated.group(2), 10)) : term;
            text.append(piece.replace("\\r\\n", "\r\n"));
        }
        return text.toString();
    }
}
