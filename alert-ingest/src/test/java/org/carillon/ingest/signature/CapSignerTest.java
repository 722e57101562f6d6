package org.carillon.ingest.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.ingest.TestHub;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.command.CapBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapSignerTest {
    private static final CapSigner SIGNER = new CapSigner(TestIdentity.HUB);
    /** One text of each script that the hub speaks, and what XML has to escape. */
    private static final List<String> TEXTS = List.of(
            "en/Boil <your> water & wait",
            "ca/Bulliu l'aigua «ara»",
            "bg/Преварете водата",
            "ar/اغلوا الماء\u200F",
            "ur/پانی ابالیں",
            "hi/पानी उबालें",
            "bn/জল ফুটিয়ে নিন",
            "zh-Hans/请将水煮沸 \uD83D\uDEB0",
            "ht/Bouyi dlo a");

    @TempDir
    Path folder;

    /** How a message may come. */
    record Encoding(String declared, Charset charset, CapBytes mark) {
        static Encoding of(String declared, Charset charset, int... mark) {
            byte[] bytes = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                bytes[i] = (byte) mark[i];
            }
            return new Encoding(declared, charset, CapBytes.of(bytes));
        }

        String text() {
            boolean latin = charset.equals(ISO_8859_1);
            return message(latin ? TEXTS.subList(0, 2) : TEXTS).replace("UTF-8", declared);
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(mark.toByteArray());
            out.writeBytes(text().getBytes(charset));
            return out.toByteArray();
        }
    }

    static List<Encoding> encodings() {
        return List.of(
                Encoding.of("UTF-8", UTF_8),
                Encoding.of("UTF-8", UTF_8, 0xef, 0xbb, 0xbf),
                Encoding.of("UTF-16", UTF_16BE, 0xfe, 0xff),
                Encoding.of("UTF-16", UTF_16LE, 0xff, 0xfe),
                Encoding.of("ISO-8859-1", ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void shouldAddNothingButTheSignature(Encoding encoding) {
        // Given
        byte[] bytes = encoding.bytes();
        int mark = encoding.mark().length();

        // When
        byte[] signed = SIGNER.sign(bytes);

        // Then
        String after = new String(signed, mark, signed.length - mark, encoding.charset());
        int start = after.indexOf("<ds:Signature");
        int end = after.indexOf("</ds:Signature>") + "</ds:Signature>".length();
        assertThat(after.substring(0, start) + after.substring(end)).isEqualTo(encoding.text());
        assertThat(after.substring(end)).startsWith("</alert>");
        assertThat(Arrays.copyOf(signed, mark)).isEqualTo(encoding.mark().toByteArray());
        assertThat(after).doesNotContain("&#13;");
        CapReading.Valid read = read(signed);
        assertThat(read.document().alert().signatures()).hasSize(1);
        assertThat(read.document().alert().infos())
                .isEqualTo(read(bytes).document().alert().infos());
        assertThat(state(signed)).isEqualTo(SignatureState.VALID);
    }

    @Test
    void shouldTakeAPrefixCommentsAndWhatStandsBehindTheRoot() {
        String text = message(TEXTS.subList(0, 1))
                        .replace("<alert xmlns=", "<!-- </alert> --><cap:alert xmlns:ds='urn:other' xmlns:cap=")
                        .replaceAll("<(/?)(?!cap:|!|\\?|/?ds:)([a-zA-Z])", "<$1cap:$2")
                        .replace("<!-- </cap:alert> -->", "<!-- x -->")
                + "<!-- behind </alert> -->\r\n<?pi </x ?>\n";

        byte[] signed = SIGNER.sign(text.getBytes(UTF_8));

        assertThat(new String(signed, UTF_8))
                .contains("</ds:Signature></cap:alert>")
                .endsWith("<?pi </x ?>\n");
        assertThat(state(signed)).isEqualTo(SignatureState.VALID);
    }

    @Test
    void shouldTakeTheSignaturesOfOthersOut() {
        byte[] foreign = SIGNER.sign(message(TEXTS).getBytes(UTF_8));

        byte[] twice = SIGNER.sign(foreign);

        assertThat(twice).isEqualTo(foreign);
        assertThat(read(twice).document().alert().signatures()).hasSize(1);
    }

    @Test
    void shouldSignNothingThatIsNoMessage() {
        assertThatThrownBy(() -> SIGNER.sign("<x/>".getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldFailWithAnyByteChanged() {
        byte[] signed = SIGNER.sign(message(TEXTS).getBytes(UTF_8));
        String text = new String(signed, ISO_8859_1);
        int from = text.indexOf("<identifier>");
        int until = text.indexOf("<ds:Signature");
        for (int at = from; at < until; at += 5) {
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            assertThat(state(changed)).as("byte %d", at).isNotEqualTo(SignatureState.VALID);
        }
    }

    @Test
    void shouldVerifyWithXmlsec1AndValidateWithXmllint() throws Exception {
        // Given
        assumeTrue(runs("xmlsec1", "--version"), "no xmlsec1 on this machine");
        Path certificate = Files.writeString(folder.resolve("hub.pem"), TestIdentity.HUB.pem());
        for (Encoding encoding : encodings()) {
            byte[] signed = SIGNER.sign(encoding.bytes());

            // When
            Path file = Files.write(folder.resolve("signed.xml"), signed);

            // Then
            assertThat(runs("xmlsec1", "--verify", "--pubkey-cert-pem", certificate.toString(), file.toString()))
                    .as("pinned key, %s", encoding)
                    .isTrue();
            assertThat(runs("xmlsec1", "--verify", "--trusted-pem", certificate.toString(), file.toString()))
                    .as("trusted certificate, %s", encoding)
                    .isTrue();
            Path schema = Path.of(System.getProperty("carillon.root", ".."), "../shared/data/cap/CAP-v1.2.xsd")
                    .normalize();
            if (Files.exists(schema) && runs("xmllint", "--version")) {
                assertThat(runs("xmllint", "--nonet", "--noout", "--schema", schema.toString(), file.toString()))
                        .as("schema, %s", encoding)
                        .isTrue();
            }
        }
        byte[] changed = new String(SIGNER.sign(message(TEXTS).getBytes(UTF_8)), UTF_8)
                .replace("Bouyi", "bouyi")
                .getBytes(UTF_8);
        Path file = Files.write(folder.resolve("changed.xml"), changed);
        assertThat(runs("xmlsec1", "--verify", "--pubkey-cert-pem", certificate.toString(), file.toString()))
                .isFalse();
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String message(List<String> texts) {
        return TestHub.cap(
                "signed",
                "Alert",
                "",
                texts.stream()
                        .map(text -> TestHub.info(
                                text.substring(0, text.indexOf('/')),
                                text.substring(text.indexOf('/') + 1)
                                        .replace("&", "&amp;")
                                        .replace("<", "&lt;"),
                                TestHub.district("D01")))
                        .toArray(String[]::new));
    }

    private static SignatureState state(byte[] message) {
        return new SignatureVerifier()
                .check(message, List.of(TestIdentity.pinned()), TestHub.NOON)
                .state();
    }

    private static CapReading.Valid read(byte[] message) {
        CapReading reading = CapReader.read(message);
        assertThat(reading).isInstanceOf(CapReading.Valid.class);
        return (CapReading.Valid) reading;
    }
}
