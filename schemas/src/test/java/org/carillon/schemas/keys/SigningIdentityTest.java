package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PurposeId ALERTS = new PurposeId("city-alerts");

    @TempDir
    Path temp;

    @Test
    void shouldMakeOneIdentityThatEveryInstanceHas() throws GeneralSecurityException {
        // Given
        KeyRing one = open(ALERTS);
        KeyRing other = open(ALERTS);

        // When
        SigningIdentity made = one.signingKeys("Council of Port Maravel").current();

        // Then
        assertThat(other.signingKeys("Somebody else").current()).isEqualTo(made);
        assertThat(open(ALERTS, new PurposeId("clinic")).signingKeys("x").current())
                .isEqualTo(made);
        X509Certificate certificate = made.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(NOW));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Council of Port Maravel");
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getPublicKey())
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        key -> assertThat(key.getModulus().bitLength()).isEqualTo(3072));
        assertThat(made.pem()).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("-----END CERTIFICATE-----\n");
        assertThat(read(made.pem().getBytes(StandardCharsets.US_ASCII))).isEqualTo(certificate);
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(made.toString()).contains(made.fingerprint()).hasSizeLessThan(150);
    }

    @Test
    void shouldNotMakeASecondIdentityInSilence() throws IOException {
        open(ALERTS).signingKeys("Council").current();
        Files.delete(temp.resolve("keys/signing.json"));

        assertThatThrownBy(() -> open(ALERTS).signingKeys("Council").current())
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("has lost its signing.json");
        assertThatCode(() -> open(ALERTS)).doesNotThrowAnyException();
    }

    @Test
    void shouldMakeACertificateForNamesAndTimesOfEveryKind() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        for (String name :
                List.of("الحماية المدنية في ميناء مارافيل", "N".repeat(300), "\uD83D\uDD14".repeat(80), "a=b, c\"")) {
            Instant late = Instant.parse("2051-02-03T04:05:06Z");

            X509Certificate read = read(SelfSignedCertificate.of(pair, name, NOW, late));

            read.verify(pair.getPublic());
            assertThat(read.getNotBefore().toInstant()).isEqualTo(NOW);
            assertThat(read.getNotAfter().toInstant()).isEqualTo(late);
            assertThat(read.getSerialNumber().signum()).isEqualTo(1);
        }
    }

    private static X509Certificate read(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private KeyRing open(PurposeId... purposes) {
        return KeyRing.open(temp.resolve("keys"), List.of(purposes), CLOCK);
    }
}
