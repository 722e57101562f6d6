package org.carillon.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.compose.ComposeForm;
import org.carillon.ingest.compose.Composer;
import org.carillon.ingest.compose.FormReader;
import org.carillon.ingest.compose.TemplateForms;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.template.Parameter;
import org.carillon.rendering.template.Template;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every template in every language, as the hub composes, signs and publishes it, read by tools that know nothing of the hub. */
class PublishedCapTest {
    private static final OffsetDateTime NOON = TestHub.NOON.atOffset(ZoneOffset.UTC);
    private static final Templates TEMPLATES = new Templates(
            TestHub.CATALOGUE,
            new Templates.Place(TestHub.CITY.zone(), TestHub.CITY.pack().emergencyNumber()));
    private static final List<String> LANGUAGES =
            TestHub.CATALOGUE.languages().stream().map(Language::tag).toList();

    @TempDir
    Path folder;

    @Test
    void shouldBeValidAndVerifyForEveryTemplateInEveryLanguage() throws IOException, InterruptedException {
        // Given
        assumeTrue(runs(List.of("xmlsec1", "--version")), "no xmlsec1: apt-get install xmlsec1");
        Path certificate = Files.writeString(folder.resolve("hub.pem"), TestIdentity.HUB.pem());
        CapSigner signer = new CapSigner(TestIdentity.HUB);

        // When
        List<String> files = new ArrayList<>();
        for (Template template : TEMPLATES.all()) {
            byte[] cap = cap(template);
            Path file = Files.write(folder.resolve(template.id() + ".xml"), signer.sign(cap));
            assertThat(Files.readString(file)).contains("<language>zh-Hans</language>", "<language>ur</language>");
            files.add(file.toString());
        }

        // Then
        assertThat(files).hasSizeGreaterThanOrEqualTo(19);
        for (String file : files) {
            assertThat(runs(List.of("xmlsec1", "--verify", "--pubkey-cert-pem", certificate.toString(), file)))
                    .as(file)
                    .isTrue();
        }
        Path schema = Path.of(System.getProperty("carillon.root", ".."), "../shared/data/cap/CAP-v1.2.xsd")
                .normalize();
        assumeTrue(Files.exists(schema), "no schema of CAP beside the project");
        List<String> xmllint = new ArrayList<>(List.of("xmllint", "--nonet", "--noout", "--schema", schema.toString()));
        xmllint.addAll(files);
        assertThat(runs(xmllint)).isTrue();
    }

    private static byte[] cap(Template template) {
        ObjectNode form = Json.mapper().createObjectNode();
        form.put("template", template.id());
        form.put("status", "Actual");
        form.putArray("areas").add("D01");
        ObjectNode parameters = form.putObject("parameters");
        for (Parameter parameter : template.parameters()) {
            parameters.put(parameter.name(), value(parameter));
        }
        ComposeForm filled = new TemplateForms(TEMPLATES, LANGUAGES, List.of("sms", "web", "radio"))
                .fill(FormReader.read(TestHub.bytes(form.toString())), TestHub.NOON);
        assertThat(filled.texts()).containsOnlyKeys(LANGUAGES);
        return new Composer(TestHub.CITY)
                .compose(filled, MsgType.ALERT, "water@port-maravel.example", template.id(), TestHub.NOON, List.of())
                .bytes();
    }

    private static String value(Parameter parameter) {
        int hours = parameter.laterThan().isPresent() ? 26 : 5;
        return switch (parameter) {
            case Parameter.Count count -> Integer.toString(count.from());
            case Parameter.Time time -> NOON.plusHours(hours).toString();
            case Parameter.Date date ->
                NOON.plusHours(hours).plusDays(1).toLocalDate().toString();
            case Parameter.Place place -> "Mill Street 3 & <Bridge>";
            case Parameter.Phone phone -> "+351 800 555 013";
            case Parameter.Choice choice -> choice.of().getFirst();
        };
    }

    private static boolean runs(List<String> command) throws InterruptedException {
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
}
