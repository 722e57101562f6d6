package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.cap.codec.WaterNotice.replaced;
import static org.carillon.schemas.cap.codec.WaterNotice.with;

import java.nio.charset.StandardCharsets;
import org.carillon.schemas.cap.rules.CapViolation;
import org.junit.jupiter.api.Test;

class CapPositionTest {

    @Test
    void shouldPointAtTheElement() {
        // When
        CapViolation violation = only(with("<certainty>Observed", "<certainty>Sure"));

        // Then
        assertThat(violation)
                .isEqualTo(new CapViolation(
                        "ENUMERATION",
                        "/alert/info[1]/certainty",
                        23,
                        5,
                        "<certainty> says 'Sure', which the standard does not know: "
                                + "write one of Observed, Likely, Possible, Unlikely, Unknown."));
    }

    @Test
    void shouldPointAtTheCoordinate() {
        // When
        CapViolation violation = only(with("48.2,11.5 ", "\n11.5;48.2 "));

        // Then
        assertThat(violation.rule()).isEqualTo("POLYGON_SYNTAX");
        assertThat(violation.path()).isEqualTo("/alert/info[1]/area/polygon");
        assertThat(violation.line()).isEqualTo(46);
        assertThat(violation.column()).isEqualTo(1);
        assertThat(violation.message()).contains("'11.5;48.2'").contains("semicolon");
    }

    @Test
    void shouldNotLoseItsPlaceInCommentsAndCharacterData() {
        // Given
        String text = with("<event>Boil water", "<!-- <event>\n</event> --><?x <a>?><event><![CDATA[<b>\n</b>]]> &lt;");

        // When
        CapViolation violation = only(replaced(text, "<certainty>Observed", "<certainty>Sure"));

        // Then
        assertThat(violation.line()).isEqualTo(25);
        assertThat(violation.column()).isEqualTo(5);
    }

    @Test
    void shouldNotLoseItsPlaceInAttributes() {
        // Given
        String text = with(
                "cap:1.2\">",
                "cap:1.2\" xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a> \"b/>'\n>");

        // When
        CapViolation violation = only(replaced(text, "<certainty>Observed", "<certainty>Sure"));

        // Then
        assertThat(violation.line()).isEqualTo(24);
    }

    @Test
    void shouldCountLinesWhateverEndsThem() {
        String broken = with("<certainty>Observed", "<certainty>Sure");
        assertThat(only(broken.replace("\n", "\r\n")).line()).isEqualTo(23);
        assertThat(only(broken.replace("\n", "\r")).line()).isEqualTo(23);
    }

    @Test
    void shouldPointAtWhatIsNotWellFormed() {
        // When
        CapViolation violation = only(with("</certainty>", "</certain>"));

        // Then
        assertThat(violation.rule()).isEqualTo("NOT_WELL_FORMED");
        assertThat(violation.line()).isEqualTo(23);
        assertThat(violation.message()).contains("certainty");
    }

    @Test
    void shouldNameTheFewestElementsThatAreOutOfOrder() {
        // Given
        String text = replaced(
                with("<incidents>Rivergate \"Main burst\"</incidents>", ""), "<status>", "<incidents/><status>");

        // When
        CapViolation violation = only(text);

        // Then
        assertThat(violation.rule()).isEqualTo("ELEMENT_ORDER");
        assertThat(violation.message())
                .isEqualTo(
                        "<incidents> stands in the wrong place: in <alert> it belongs behind <references> and before <info>.");
    }

    @Test
    void shouldSuggestTheElementThatWasMeant() {
        assertThat(only(with("</note>", "</note><reference/>")).message()).endsWith("write <references>.");
    }

    private static CapViolation only(String text) {
        CapVerdict verdict = CapVerdict.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict.violations()).hasSize(1);
        return verdict.violations().getFirst();
    }
}
