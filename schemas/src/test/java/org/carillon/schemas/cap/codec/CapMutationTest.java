package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.rules.Strictness;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** A valid message, damaged: the reader answers, whatever the damage. */
class CapMutationTest {

    private static final Pattern ELEMENT =
            Pattern.compile("<(\\w+)>[^<]*</\\1>|<(geocode|area|resource|info)>.*?</\\2>", Pattern.DOTALL);
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "Unknown",
            "None",
            "en",
            "2026-03-01T08:00:00+01:00",
            "2026-03-01T08:00:00Z",
            "2026-03-01T08:00:00,01:00",
            " 2026-13-01T08:00:00+01:00 ",
            "https://a b",
            "1,1 2,2 3,1 1,1",
            "1,1 5",
            "<x/>",
            "&amp;",
            "&#xD;",
            "<![CDATA[x]]>",
            "<!-- c -->");

    @Property(tries = 500)
    void shouldAnswerWhateverBytesAreChanged(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int changes, @ForAll Strictness strictness) {
        byte[] bytes = WaterNotice.bytes();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes, strictness);
    }

    @Property(tries = 500)
    void shouldAnswerWhateverElementsAreChanged(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int changes, @ForAll Strictness strictness) {
        check(mutated(new Random(seed), changes).getBytes(StandardCharsets.UTF_8), strictness);
    }

    @Test
    void shouldRefuseWhatTheSchemaRefuses() throws Exception {
        Schema schema =
                SchemaFactory.newDefaultInstance().newSchema(CapCorpus.schema().toFile());
        Random random = new Random(42);
        for (int i = 0; i < Integer.getInteger("carillon.mutations", 300); i++) {
            String text = mutated(random, 1 + random.nextInt(2));
            String complaint = schemaComplaint(schema, text);
            if (!complaint.isEmpty()) {
                assertThat(CapVerdict.of(text.getBytes(StandardCharsets.UTF_8)).valid())
                        .as("%s%n%s", complaint, text)
                        .isFalse();
            }
        }
    }

    private static void check(byte[] bytes, Strictness strictness) {
        CapVerdict verdict = CapVerdict.of(bytes, strictness);
        verdict.document().ifPresent(document -> {
            CapAlert alert = document.alert();
            assertThat(CapVerdict.of(CapWriter.write(alert))
                            .document()
                            .orElseThrow()
                            .alert())
                    .isEqualTo(alert);
        });
        assertThat(verdict.violations().isEmpty()).isEqualTo(verdict.valid());
    }

    /** Elements left out, doubled, moved to the front of another, or with another text. */
    private static String mutated(Random random, int changes) {
        String text = WaterNotice.text();
        for (int i = 0; i < changes; i++) {
            List<MatchResult> elements = ELEMENT.matcher(text).results().toList();
            if (elements.isEmpty()) {
                return text;
            }
            MatchResult one = elements.get(random.nextInt(elements.size()));
            MatchResult other = elements.get(random.nextInt(elements.size()));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            text = switch (random.nextInt(4)) {
                case 0 -> text.substring(0, one.start()) + text.substring(one.end());
                case 1 -> text.substring(0, one.end()) + one.group() + text.substring(one.end());
                case 2 -> text.substring(0, other.start()) + one.group() + text.substring(other.start());
                default ->
                    text.substring(0, one.start())
                            + one.group().replaceFirst(">[^<]*<", ">" + value + "<")
                            + text.substring(one.end());
            };
        }
        return text;
    }

    private static String schemaComplaint(Schema schema, String text) throws IOException {
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
            return "";
        } catch (SAXException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
