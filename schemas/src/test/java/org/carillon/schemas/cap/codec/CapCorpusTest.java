package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.codec.CapCorpus.Sample;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.carillon.schemas.cap.xml.XmlFault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

class CapCorpusTest {

    @TestFactory
    List<DynamicTest> shouldAgreeWithTheManifest() {
        return CapCorpus.samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
                    // When
                    CapVerdict verdict = CapVerdict.of(sample.bytes());

                    // Then
                    assertThat(verdictOf(verdict))
                            .as("violations %s", verdict.violations())
                            .isEqualTo(sample.verdict());
                    assertThat(verdict.violations())
                            .extracting(CapViolation::rule)
                            .containsAll(sample.brokenRules());
                }))
                .toList();
    }

    private static String verdictOf(CapVerdict verdict) {
        return switch (verdict.reading()) {
            case CapReading.Valid valid -> "valid";
            case CapReading.Invalid invalid -> "invalid";
            case CapReading.Unreadable unreadable ->
                unreadable.kind() == XmlFault.NOT_WELL_FORMED ? "not-well-formed" : "invalid";
        };
    }

    @TestFactory
    List<DynamicTest> shouldReadBackWhatItWroteOfAValidMessage() {
        return validSamples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
                    // Given
                    CapDocument document =
                            CapVerdict.of(sample.bytes()).document().orElseThrow();

                    // When
                    byte[] written = CapWriter.write(document.alert());

                    // Then
                    CapAlert readBack =
                            CapVerdict.of(written).document().orElseThrow().alert();
                    assertThat(readBack).isEqualTo(document.alert());
                    assertThat(CapWriter.write(readBack)).isEqualTo(written);
                    assertThat(document.bytes()).isEqualTo(sample.bytes());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> shouldRefuseWhatTheSchemaRefuses() throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        Schema schema = factory.newSchema(CapCorpus.schema().toFile());
        return CapCorpus.samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
                    if (!isSchemaValid(schema, sample)) {
                        assertThat(CapVerdict.of(sample.bytes()).valid()).isFalse();
                    }
                }))
                .toList();
    }

    private static boolean isSchemaValid(Schema schema, Sample sample) throws IOException {
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(sample.bytes())));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    @Test
    void shouldMendWithRecordWhatALenientReadingMends() {
        for (Sample sample : CapCorpus.samples()) {
            boolean openOnly = sample.brokenRules().equals(List.of("POLYGON_NOT_CLOSED"));
            boolean emptyOnly = sample.brokenRules().equals(List.of("POLYGON_EMPTY"));
            if (openOnly || emptyOnly) {
                // When
                CapVerdict verdict = CapVerdict.of(sample.bytes(), Strictness.LENIENT);

                // Then
                assertThat(verdict.valid())
                        .as("%s: %s", sample, verdict.violations())
                        .isTrue();
                assertThat(verdict.warnings())
                        .extracting(CapViolation::rule)
                        .contains(openOnly ? "REPAIRED_POLYGON_NOT_CLOSED" : "REPAIRED_POLYGON_EMPTY");
            }
        }
    }

    private static List<Sample> validSamples() {
        return CapCorpus.samples().stream()
                .filter(sample -> sample.verdict().equals("valid"))
                .toList();
    }
}
