package org.carillon.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.ingest.TestHub;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.city.PinnedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
    private static final String MESSAGE =
            TestHub.cap("a", "Alert", "", TestHub.info("en", "Boil your water", TestHub.district("D01")));
    private static final String SIGNED =
            new String(new CapSigner(TestIdentity.HUB).sign(MESSAGE.getBytes(UTF_8)), UTF_8);
    private static final String SIGNATURE =
            SIGNED.substring(SIGNED.indexOf("<ds:Signature"), SIGNED.lastIndexOf("</alert>"));

    private final SignatureVerifier verifier = new SignatureVerifier();

    @Test
    void shouldKnowTheSenderBehindAPinnedKey() throws NoSuchAlgorithmException {
        assertThat(check(SIGNED, TestIdentity.pinned()))
                .isEqualTo(new SignatureCheck(SignatureState.VALID, "CN=Hub", null));
        assertThat(check(SIGNED, another("RSA", 2048), another("EC", 256), TestIdentity.pinned())
                        .state())
                .isEqualTo(SignatureState.VALID);
    }

    @Test
    void shouldNotTrustTheKeyThatTheMessageBringsItself() throws NoSuchAlgorithmException {
        assertThat(check(SIGNED).state()).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(check(SIGNED, another("RSA", 2048)).state()).isEqualTo(SignatureState.INVALID);
        assertThat(check(SIGNED, another("EC", 256)).state()).isEqualTo(SignatureState.INVALID);
    }

    @Test
    void shouldSayThatThereIsNone() {
        assertThat(check(MESSAGE, TestIdentity.pinned())).isEqualTo(SignatureCheck.UNSIGNED);
        assertThat(check("no xml", TestIdentity.pinned())).isEqualTo(SignatureCheck.UNSIGNED);
    }

    @Test
    void shouldJudgeTheCertificateAtTheTimeOfSending() {
        SignatureCheck early = verifier.check(
                SIGNED.getBytes(UTF_8), List.of(TestIdentity.pinned()), Instant.parse("2025-12-31T23:59:59Z"));

        assertThat(early.state()).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(early.signer()).isEqualTo("CN=Hub");
        assertThat(early.detail()).contains("not valid when");
    }

    @ParameterizedTest
    @CsvSource({
        "Boil your water,Drink your water",
        "<status>Actual,<status>Test",
        "D01,D02",
        "</info>,</info><info/>",
        "2026-11-23,2027-11-23"
    })
    void shouldFindEveryChange(String before, String after) {
        assertThat(SIGNED).contains(before);
        assertThat(check(SIGNED.replaceFirst(before, after), TestIdentity.pinned())
                        .state())
                .isEqualTo(SignatureState.INVALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://www.w3.org/2001/04/xmldsig-more#rsa-sha256 | http://www.w3.org/2000/09/xmldsig#rsa-sha1   | legacy
            http://www.w3.org/2001/04/xmlenc#sha256           | http://www.w3.org/2000/09/xmldsig#sha1       | legacy
            http://www.w3.org/2001/04/xmldsig-more#rsa-sha256 | http://www.w3.org/2000/09/xmldsig#hmac-sha1  | legacy
            http://www.w3.org/2001/04/xmldsig-more#rsa-sha256 | http://www.w3.org/2001/04/xmldsig-more#hmac-sha256 | not supported
            URI=""                                            | URI="#alert"                                 | a part
            URI=""                                            | URI="file:///etc/passwd"                     | a part
            URI=""                                            | URI="http://127.0.0.1:1/"                    | a part
            URI=""                                            | Id="x"                                       | whole message
            xmldsig#enveloped-signature                       | xmldsig#base64                               | as it stands
            <ds:SignatureValue>                               | <ds:SignatureValue/><ds:SignatureValue>      | complete
            ds:SignedInfo                                     | ds:Signedinfo                                | complete
            """)
    void shouldOnlyShowWhatItDoesNotVerify(String before, String after, String detail) {
        assertThat(SIGNED).contains(before);

        SignatureCheck check = check(SIGNED.replace(before, after), TestIdentity.pinned());

        assertThat(check.state()).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(check.detail()).contains(detail);
    }

    /** The old trick: the signed message is put aside where nobody reads it, and another takes its place. */
    @Test
    void shouldRefuseASignedMessageInsideAnother() {
        String body = MESSAGE.substring(MESSAGE.indexOf("<alert"));
        String wrapped = MESSAGE.replace("Boil", "Drink")
                .replace(
                        "</alert>",
                        SIGNATURE.replace("</ds:Signature>", "<ds:Object>" + body + "</ds:Object></ds:Signature>")
                                + "</alert>");
        String filtered = SIGNED.replace(
                "<ds:Transforms>",
                "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>"
                        + "ancestor::x</ds:XPath></ds:Transform>");
        String two = SIGNED.replace("</ds:Reference>", "</ds:Reference>" + reference());

        assertThat(check(wrapped, TestIdentity.pinned()).state()).isEqualTo(SignatureState.INVALID);
        assertThat(check(filtered, TestIdentity.pinned()).state()).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(check(two, TestIdentity.pinned()).state()).isEqualTo(SignatureState.UNVERIFIABLE);
    }

    @Test
    void shouldFindAForeignElementBesideTheSignature() {
        String more = SIGNED.replace("</alert>", SIGNATURE + "</alert>");

        // Two copies: each signs a message without the other.
        assertThat(check(more, TestIdentity.pinned()).state()).isEqualTo(SignatureState.INVALID);
        assertThat(check(
                                SIGNED.replace(
                                        "</alert>",
                                        "<ds:Manifest xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/></alert>"),
                                TestIdentity.pinned())
                        .state())
                .isEqualTo(SignatureState.INVALID);
        assertThat(check(
                                MESSAGE.replace(
                                        "</alert>",
                                        "<ds:Manifest xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/></alert>"),
                                TestIdentity.pinned())
                        .state())
                .isEqualTo(SignatureState.UNVERIFIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "!", "AAAA", "AA", "&#0;", "<a/>", "\uD83D\uDEB0"})
    void shouldNeverThrow(String value) {
        String odd = SIGNED.replaceAll(
                "(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                "<ds:SignatureValue>" + value + "</ds:SignatureValue>");

        assertThat(check(odd, TestIdentity.pinned()).state()).isNotEqualTo(SignatureState.VALID);
        assertThat(check(SIGNED.replaceAll("<ds:DigestValue>[^<]*", "<ds:DigestValue>" + value), TestIdentity.pinned())
                        .state())
                .isNotEqualTo(SignatureState.VALID);
    }

    @Test
    void shouldNotHangOnAThousandSignatures() {
        String many = SIGNED.replace("</alert>", SIGNATURE.repeat(500) + "</alert>");

        assertThat(check(many, TestIdentity.pinned()).state()).isEqualTo(SignatureState.INVALID);
    }

    /** Signed messages as agencies sent them: legacy, broken or of keys that nobody pinned; none is a reason to refuse. */
    @Test
    void shouldShowTheSignaturesOfRealMessages() throws IOException {
        Path folder = Path.of(System.getProperty("carillon.root", ".."), "../shared/data/cap/valid")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "no sample messages beside the project: " + folder);
        List<String> signed = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (CapReader.read(bytes) instanceof CapReading.Valid valid) {
                    Instant sent = valid.document().alert().sent().instant();
                    SignatureCheck check = verifier.check(bytes, List.of(TestIdentity.pinned()), sent);
                    boolean hasOne = !valid.document().alert().signatures().isEmpty();
                    assertThat(check.state())
                            .as(file.toString())
                            .isEqualTo(hasOne ? SignatureState.UNVERIFIABLE : SignatureState.NONE);
                    byte[] ours = new CapSigner(TestIdentity.HUB).sign(bytes);
                    assertThat(verifier.check(ours, List.of(TestIdentity.pinned()), TestHub.NOON)
                                    .state())
                            .isEqualTo(SignatureState.VALID);
                    if (hasOne) {
                        signed.add(check.detail() + " " + file.getFileName());
                    }
                }
            }
        }
        assertThat(signed).hasSizeGreaterThanOrEqualTo(6).allMatch(detail -> detail.contains("legacy"));
    }

    private SignatureCheck check(String message, PinnedKey... pinned) {
        return verifier.check(message.getBytes(UTF_8), List.of(pinned), TestHub.NOON);
    }

    private static String reference() {
        return SIGNED.substring(
                SIGNED.indexOf("<ds:Reference"), SIGNED.indexOf("</ds:Reference>") + "</ds:Reference>".length());
    }

    private static PinnedKey another(String algorithm, int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        PublicKey key = generator.generateKeyPair().getPublic();
        return new PinnedKey("another", key, null, null);
    }
}
