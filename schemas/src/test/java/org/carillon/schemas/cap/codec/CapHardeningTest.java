package org.carillon.schemas.cap.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.cap.codec.WaterNotice.with;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.carillon.schemas.cap.xml.XmlFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CapHardeningTest {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final Duration SOON = Duration.ofSeconds(30);

    static List<Arguments> encodings() {
        return List.of(
                Arguments.of("UTF-8", UTF_8, new byte[0]),
                Arguments.of("utf-8", UTF_8, UTF_8_MARK),
                Arguments.of("UTF-16", UTF_16BE, UTF_16BE_MARK),
                Arguments.of("UTF-16", UTF_16LE, UTF_16LE_MARK),
                Arguments.of("UTF-16BE", UTF_16BE, new byte[0]),
                Arguments.of("UTF-16LE", UTF_16LE, new byte[0]),
                Arguments.of("ISO-8859-1", ISO_8859_1, new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void shouldReadTheSameMessageInEveryEncoding(String declared, Charset charset, byte[] mark) {
        // Given
        CapAlert expected = alert(WaterNotice.bytes());

        // When
        CapAlert read = alert(bytes(mark, with("UTF-8", declared).getBytes(charset)));

        // Then
        assertThat(read).isEqualTo(expected);
        assertThat(read.infos().get(1).description()).contains("rompió una tubería");
    }

    static Stream<Arguments> wrongEncodings() {
        return Stream.of(
                Arguments.of(WaterNotice.text().getBytes(ISO_8859_1), XmlFault.NOT_WELL_FORMED),
                Arguments.of(with("UTF-8", "UTF-16").getBytes(UTF_8), XmlFault.NOT_WELL_FORMED),
                Arguments.of(bytes(UTF_16LE_MARK, WaterNotice.text().getBytes(UTF_16LE)), XmlFault.NOT_WELL_FORMED),
                Arguments.of(bytes(UTF_8_MARK, with("UTF-8", "ISO-8859-1").getBytes(UTF_8)), XmlFault.NOT_WELL_FORMED),
                Arguments.of(with("UTF-8", "US-ASCII").getBytes(UTF_8), XmlFault.NOT_WELL_FORMED),
                Arguments.of(with("UTF-8", "EBCDIC-CP-US").getBytes(UTF_8), XmlFault.UNSUPPORTED_XML),
                Arguments.of(with("\"1.0\"", "\"1.1\"").getBytes(UTF_8), XmlFault.UNSUPPORTED_XML));
    }

    @ParameterizedTest
    @MethodSource("wrongEncodings")
    void shouldRefuseBytesThatAreNotWhatTheySay(byte[] bytes, XmlFault fault) {
        assertThat(unreadable(bytes).kind()).isEqualTo(fault);
    }

    @Test
    void shouldSayWhereAByteIsWrong() {
        // Given
        byte[] bytes = WaterNotice.text().getBytes(ISO_8859_1);

        // When
        CapViolation violation = unreadable(bytes).violation();

        // Then
        String before = WaterNotice.text().substring(0, WaterNotice.text().indexOf('ó'));
        assertThat(violation.line()).isEqualTo((int) before.lines().count());
        assertThat(violation.column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
    }

    @Test
    void shouldNotExpandAnEntityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE alert [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        String text = with("<alert", bomb + "]><alert").replace("Boil water<", "&a29;<");
        assertTimeoutPreemptively(
                SOON, () -> assertThat(unreadable(text.getBytes(UTF_8)).kind()).isEqualTo(XmlFault.DTD));
    }

    @Test
    void shouldNotReadAFileThatAnEntityNames(@TempDir Path folder) throws Exception {
        // Given
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        String text = with("<alert", "<!DOCTYPE alert [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><alert")
                .replace("Boil water<", "&x;<");

        // When
        CapVerdict verdict = CapVerdict.of(text.getBytes(UTF_8));

        // Then
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.toString()).doesNotContain("the-secret");
    }

    @Test
    void shouldRefuseAnEntityThatNobodyDefined() {
        CapReading.Unreadable reading = unreadable(with("Boil water<", "Boil&nbsp;water<"));
        assertThat(reading.kind()).isEqualTo(XmlFault.NOT_WELL_FORMED);
        assertThat(reading.violation().line()).isEqualTo(19);
    }

    @Test
    void shouldRefuseADoctypeBehindCommentsOnly() {
        assertThat(unreadable(with("<alert", "<!-- a --><?p i?>\n<!DOCTYPE alert><alert"))
                        .kind())
                .isEqualTo(XmlFault.DTD);
        assertThat(CapVerdict.of(with("<alert", "<!-- <!DOCTYPE alert> --><alert")
                                .getBytes(UTF_8))
                        .valid())
                .isTrue();
    }

    @Test
    void shouldNotIncludeOtherDocuments() {
        String include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>";
        assertThat(CapVerdict.of(with("</info>", include + "</info>").getBytes(UTF_8))
                        .violations())
                .extracting(CapViolation::rule)
                .containsExactly("ELEMENT_UNKNOWN");
    }

    @Test
    void shouldRefuseTenThousandElementsWithinEachOther() {
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        assertThat(unreadable(with("</info>", deep + "</info>")).kind()).isEqualTo(XmlFault.TOO_DEEP);
    }

    @Test
    void shouldRefuseThreeMebibytes() {
        assertThat(unreadable(new byte[3 * 1024 * 1024]).kind()).isEqualTo(XmlFault.TOO_LARGE);
    }

    static List<String> rubbish() {
        return List.of(
                "",
                " ",
                "<",
                "<a",
                "no xml",
                "<!DOCTYPE",
                "<!--",
                "<?xml",
                "\u0000\u0000",
                "{\"alert\":1}",
                "<a/><b/>");
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void shouldRefuseRubbish(String text) {
        assertThat(unreadable(text).violation().message()).isNotBlank();
        assertThat(unreadable(text.getBytes(UTF_16LE)).violation().line()).isPositive();
    }

    @Test
    void shouldRefuseAnythingBehindTheRoot() {
        assertThat(unreadable(WaterNotice.text() + "<alert/>").kind()).isEqualTo(XmlFault.NOT_WELL_FORMED);
    }

    static List<String> floods() {
        return List.of(
                with("</area>", "<x/>".repeat(49_000) + "</area>"),
                with("</area>", "<polygon>1</polygon>".repeat(40_000) + "</area>"),
                with("<polygon>", "<polygon>" + "1,1 ".repeat(450_000)),
                with("<polygon>", "<polygon>" + ",".repeat(1_900_000)),
                with("<circle>", "<circle>" + "9".repeat(1_900_000)),
                with("Boil water<", "&lt;".repeat(450_000) + "<"),
                with("Boil water for", "&lt;a".repeat(350_000)),
                with("<references>", "<references>" + "a,".repeat(900_000)),
                with("<incidents>", "<incidents>" + "\"".repeat(1_900_000)),
                with("en-US", "a-".repeat(900_000)),
                with("2048", "9".repeat(1_900_000)),
                with("1800.5", "9".repeat(1_900_000)),
                with("https://city.example/map.png", "https://" + "[".repeat(1_900_000)),
                with("<alert", "<!--" + "-".repeat(3) + "<alert"),
                with("<category>", "<category>Met</category>".repeat(48_000) + "<category>"),
                with("<event>", "<event " + "a".repeat(900_000) + "=''>"));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void shouldAnswerSoonWhateverIsSent(String text) {
        // Lenient does all that strict does, and repairs besides.
        CapVerdict verdict =
                assertTimeoutPreemptively(SOON, () -> CapVerdict.of(text.getBytes(UTF_8), Strictness.LENIENT));
        assertThat(verdict.violations())
                .hasSizeLessThanOrEqualTo(501)
                .allSatisfy(violation -> assertThat(violation.message()).hasSizeLessThan(600));
    }

    private static CapAlert alert(byte[] bytes) {
        CapVerdict verdict = CapVerdict.of(bytes);
        assertThat(verdict.violations()).isEmpty();
        return verdict.document().orElseThrow().alert();
    }

    private static CapReading.Unreadable unreadable(String text) {
        return unreadable(text.getBytes(UTF_8));
    }

    private static CapReading.Unreadable unreadable(byte[] bytes) {
        CapReading reading = CapReader.read(bytes);
        assertThat(reading).isInstanceOf(CapReading.Unreadable.class);
        return (CapReading.Unreadable) reading;
    }

    private static byte[] bytes(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
