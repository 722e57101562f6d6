package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.signature.CapSigner;
import org.carillon.ingest.signature.TestIdentity;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner's signature is worth by the keys of the city pack. */
class SignedPartnerTest {
    private static final String SENDER = "  - id: water@port-maravel.example\n";
    private static final byte[] SIGNED = new CapSigner(TestIdentity.HUB)
            .sign(TestHub.bytes(TestHub.cap("a", "Alert", "", TestHub.info("en", "h", TestHub.district("D01")))));

    @TempDir
    Path folder;

    @Test
    void shouldKeepTheDocumentOfASenderWhoseKeyIsPinned() throws IOException {
        Submissions.Prepared prepared = prepare("    keys: [water.pem]\n", SIGNED);

        assertThat(prepared.content().signature().state()).isEqualTo(SignatureState.VALID);
        assertThat(prepared.content().signature().signer()).isEqualTo("CN=Hub");
        assertThat(prepared.content().carriesOwnSignature()).isTrue();
        assertThat(prepared.document().toByteArray()).isEqualTo(SIGNED);
        assertThat(prepared.content().documentDigest())
                .isEqualTo(prepared.document().digest());
    }

    @Test
    void shouldShowWhatCannotBeVerifiedAndWhatWasChanged() throws IOException {
        AlertContent unknown = prepare("", SIGNED).content();
        byte[] changed = SIGNED.clone();
        changed[new String(SIGNED, StandardCharsets.ISO_8859_1).indexOf("minute")] = 'M';
        AlertContent invalid = prepare("    keys: [water.pem]\n", changed).content();

        assertThat(unknown.signature().state()).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(unknown.carriesOwnSignature()).isFalse();
        assertThat(invalid.signature().state()).isEqualTo(SignatureState.INVALID);
    }

    private Submissions.Prepared prepare(String keys, byte[] message) throws IOException {
        Path original = Path.of(System.getProperty("carillon.root", ".."), "all-in-one", "cities", "port-maravel");
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.filter(name -> !name.endsWith("city.yaml")).toList()) {
                Path copy = folder.resolve(file.getFileName().toString());
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        }
        Files.writeString(folder.resolve("water.pem"), TestIdentity.HUB.pem());
        String yaml = Files.readString(original.resolve("city.yaml"));
        assertThat(yaml).contains(SENDER);
        Files.writeString(folder.resolve("city.yaml"), yaml.replace(SENDER, SENDER + keys));
        if (!(new CityPackReader(TestHub.CLOCK).read(folder) instanceof CityPackResult.Loaded loaded)) {
            throw new IllegalStateException("the pack is broken");
        }
        City city = new City(loaded.pack());
        return new Submissions(
                        city,
                        TestHub.CATALOGUE,
                        new Renditions(List.of(), city),
                        new Earlier(List::of),
                        List.of("sms"),
                        Set.of(),
                        TestHub.CLOCK)
                .prepare(message, new Wishes(null, null, List.of(), false));
    }
}
