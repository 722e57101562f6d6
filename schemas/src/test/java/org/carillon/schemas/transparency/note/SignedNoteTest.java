package org.carillon.schemas.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our notes against the example of golang.org/x/mod/sumdb/note, from which C2SP signed-note comes. */
class SignedNoteTest {
    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final TreeHash ROOT = TreeHash.leaf(new byte[] {1});

    @Test
    void shouldSignAndVerifyAsOthersDo() throws GeneralSecurityException {
        LogKey key = LogKey.parse(VERIFIER);

        assertThat(key).hasToString(VERIFIER);
        assertThat(SignedHead.isSignedBy(NOTE, key)).isTrue();
        assertThat(SignedHead.isSignedBy(NOTE.replace("answer", "Answer"), key)).isFalse();
        assertThat(HeadSigner.of("PeterNeumann", new KeyPair(publicOf(), secret()))
                        .sign(TEXT))
                .isEqualTo(NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a3+!!!!",
                ""
            })
    void shouldRefuseAKeyThatWasNotCopiedWhole(String text) {
        assertThatThrownBy(() -> LogKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSignAHeadThatOnlyItsKeyVerifies() throws GeneralSecurityException {
        HeadSigner signer = HeadSigner.of(HeadSigner.logName("abc"), pair());
        HeadSigner other = HeadSigner.of(HeadSigner.logName("abc"), pair());

        SignedHead head = SignedHead.parse(signer.sign(7, ROOT).note());

        assertThat(head.checkpoint()).isEqualTo(new Checkpoint("carillon-log/abc", 7, ROOT));
        assertThat(head.note()).startsWith("carillon-log/abc\n7\n" + ROOT.base64() + "\n\n\u2014 carillon-log/abc ");
        assertThat(signer.sign(7, ROOT)).isEqualTo(head);
        assertThat(head.isSignedBy(LogKey.parse(signer.key().toString()))).isTrue();
        assertThat(head.isSignedBy(other.key())).isFalse();
        assertThat(SignedHead.parse(head.note().replace("\n7\n", "\n8\n")).isSignedBy(signer.key()))
                .isFalse();
        String witnessed = head.note() + "\u2014 somebody else AAAA\n\u2014 carillon-log/abc !\n";
        assertThat(SignedHead.parse(witnessed).isSignedBy(signer.key())).isTrue();
        assertThat(signer.toString()).doesNotContain("PRIVATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n01\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n",
                "a\n-1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n",
                "a\n1\nbjQL\n\n",
                "a\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\nx"
            })
    void shouldRefuseWhatIsNoSignedCheckpoint(String note) {
        assertThatThrownBy(() -> SignedHead.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static PrivateKey secret() throws GeneralSecurityException {
        byte[] typed = Base64.getDecoder().decode(SECRET);
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(
                        new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, typed.length)));
    }

    private static PublicKey publicOf() throws GeneralSecurityException {
        byte[] typed = Base64.getDecoder().decode(VERIFIER.split("\\+", 3)[2]);
        byte[] x509 = new byte[44];
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        System.arraycopy(prefix, 0, x509, 0, prefix.length);
        System.arraycopy(typed, 1, x509, prefix.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    }
}
