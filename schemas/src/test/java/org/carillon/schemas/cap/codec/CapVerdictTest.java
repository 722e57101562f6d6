package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.cap.codec.WaterNotice.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.carillon.schemas.cap.Severity;
import org.junit.jupiter.api.Test;

class CapVerdictTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void shouldWriteAViolationAsTheContractHasIt() throws Exception {
        // Given
        CapVerdict verdict =
                CapVerdict.of(with("<event>Boil water</event>", "<event/>").getBytes(StandardCharsets.UTF_8));

        // When
        String written = json.writeValueAsString(verdict.json("water.xml"));

        // Then
        assertThat(json.readTree(written)).isEqualTo(json.readTree("""
                {"file": "water.xml", "valid": false, "violations": [{
                  "rule": "EVENT_EMPTY", "path": "/alert/info[1]/event", "line": 19, "column": 5,
                  "message": "<event> is blank: name what is happening, such as Flood."}],
                 "warnings": []}"""));
    }

    @Test
    void shouldLeaveOutAFileThatThereIsNot() throws Exception {
        assertThat(json.writeValueAsString(CapVerdict.of(WaterNotice.bytes()).json()))
                .isEqualTo("{\"valid\":true,\"violations\":[],\"warnings\":[]}");
    }

    @Test
    void shouldKeepTheOriginalBytes() {
        // Given
        byte[] bytes = WaterNotice.bytes();

        // When
        var document = CapVerdict.of(bytes).document().orElseThrow();
        bytes[0] = 'X';
        document.bytes()[0] = 'Y';

        // Then
        assertThat(document.bytes()).isEqualTo(WaterNotice.bytes());
    }

    @Test
    void shouldWriteAndReadCodeValuesAsTheStandardSpellsThem() throws Exception {
        assertThat(json.writeValueAsString(Severity.EXTREME)).isEqualTo("\"Extreme\"");
        assertThat(json.readValue("\"Extreme\"", Severity.class)).isEqualTo(Severity.EXTREME);
    }

    @Test
    void shouldSayHowToMendAnOlderVersion() {
        CapVerdict verdict = CapVerdict.of(with("cap:1.2", "cap:1.1").getBytes(StandardCharsets.UTF_8));
        assertThat(verdict.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("WRONG_NAMESPACE");
            assertThat(violation.line()).isEqualTo(2);
            assertThat(violation.message()).contains("cap:1.1").contains("convert the message to CAP 1.2");
        });
    }

    @Test
    void shouldTakeAnyPrefix() {
        // Given
        String prefixed = WaterNotice.text().replaceAll("<(/?)(\\w)", "<$1c:$2").replace("xmlns=", "xmlns:c=");

        // When
        CapVerdict verdict = CapVerdict.of(prefixed.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(verdict.document().orElseThrow().alert())
                .isEqualTo(CapVerdict.of(WaterNotice.bytes())
                        .document()
                        .orElseThrow()
                        .alert());
    }
}
