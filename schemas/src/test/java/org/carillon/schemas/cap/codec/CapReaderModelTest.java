package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.cap.codec.WaterNotice.with;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapCircle;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapNameValue;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.CapReference;
import org.carillon.schemas.cap.CapResource;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.junit.jupiter.api.Test;

class CapReaderModelTest {

    private final CapAlert alert = read(WaterNotice.text());

    @Test
    void shouldReadTheMessage() {
        assertThat(alert.identifier()).isEqualTo("water-2026-001");
        assertThat(alert.sent().text()).isEqualTo("2026-03-01T08:00:00+01:00");
        assertThat(alert.sent().instant()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
        assertThat(alert.msgType()).isEqualTo(MsgType.UPDATE);
        assertThat(alert.codes()).containsExactly("profile:city:1", "second");
        assertThat(alert.references())
                .containsExactly(new CapReference(
                        "water@city.example",
                        "water-2026-000",
                        CapTime.parse("2026-03-01T06:00:00-00:00").orElseThrow()));
        assertThat(alert.incidentList()).containsExactly("Rivergate", "Main burst");
        assertThat(alert.restriction()).isNull();
        assertThat(alert.highestSeverity()).isEqualTo(Severity.SEVERE);
        assertThat(alert.lastExpiry()).contains(Instant.parse("2026-03-02T07:00:00Z"));
    }

    @Test
    void shouldReadWhatItSays() {
        CapInfo info = alert.infos().getFirst();
        assertThat(info.categories()).containsExactly(Category.HEALTH, Category.INFRA);
        assertThat(info.responseTypes()).containsExactly(ResponseType.PREPARE);
        assertThat(info.description()).isEqualTo("A main has burst & the water may be unsafe.");
        assertThat(info.parameter("topic")).contains("water");
        assertThat(info.eventCodes()).containsExactly(new CapNameValue("SAME", "CEM"));
        assertThat(info.resources())
                .containsExactly(new CapResource(
                        "Map",
                        "image/png",
                        BigInteger.valueOf(2048),
                        "https://city.example/map.png",
                        null,
                        "da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    }

    @Test
    void shouldReadWhere() {
        CapArea area = alert.infos().getFirst().areas().getFirst();
        assertThat(area.polygons()).singleElement().satisfies(polygon -> {
            assertThat(polygon.text()).isEqualTo("48.1,11.5 48.2,11.5 48.2,11.6 48.1,11.6 48.1,11.5");
            assertThat(polygon.points()).hasSize(5).startsWith(new CapPoint(48.1, 11.5), new CapPoint(48.2, 11.5));
        });
        assertThat(area.circles()).containsExactly(CapCircle.of(new CapPoint(48.15, 11.55), 2.5));
        assertThat(area.geocodes()).containsExactly(new CapNameValue("district", "D01"));
        assertThat(area.altitude()).isEqualTo(new BigDecimal("1600"));
        assertThat(area.ceiling()).isEqualTo(new BigDecimal("1800.5"));
    }

    @Test
    void shouldTakeTheLanguageOfTheStandardWhereThereIsNone() {
        assertThat(read(with("<language>en-US</language>", ""))
                        .infos()
                        .getFirst()
                        .languageTag())
                .isEqualTo("en-US");
        assertThat(read(with("en-US", "")).infos().getFirst().languageTag()).isEqualTo("en-US");
        assertThat(read(with("en-US", " de-LS\n")).infos().getFirst().languageTag())
                .isEqualTo("de-LS");
    }

    @Test
    void shouldKeepASignatureSoThatItCanStandAlone() {
        // Given
        String signature = "<ds:Signature Id='s'><ds:SignedInfo/><Object>&lt;</Object></ds:Signature>";
        String text = with("cap:1.2\"", "cap:1.2\" xmlns:ds='http://www.w3.org/2000/09/xmldsig#'")
                .replace("</alert>", signature + "</alert>");

        // When
        CapAlert signed = read(text);

        // Then
        assertThat(signed.signatures())
                .singleElement()
                .satisfies(kept -> assertThat(kept.xml())
                        .isEqualTo("<ds:Signature xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\""
                                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
                                + " Id='s'><ds:SignedInfo/><Object>&lt;</Object></ds:Signature>"));
        byte[] written = CapWriter.write(signed);
        assertThat(read(new String(written, StandardCharsets.UTF_8))).isEqualTo(signed);
    }

    @Test
    void shouldSayNothingOfTheContentInToString() {
        assertThat(alert.toString()).doesNotContain("burst").doesNotContain("desk");
        assertThat(List.of(alert.infos()).toString()).doesNotContain("burst").doesNotContain("desk");
    }

    private static CapAlert read(String text) {
        return CapVerdict.of(text.getBytes(StandardCharsets.UTF_8))
                .document()
                .orElseThrow()
                .alert();
    }
}
