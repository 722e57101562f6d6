package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.schemas.cap.codec.WaterNotice.replaced;
import static org.carillon.schemas.cap.codec.WaterNotice.with;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.schemas.cap.rules.CapRule;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapRuleExamplesTest {

    private static final String POLYGON = "48.1,11.5 48.2,11.5 48.2,11.6 48.1,11.6 48.1,11.5";
    private static final String REFERENCES =
            "<references>water@city.example,water-2026-000,2026-03-01T06:00:00-00:00</references>";

    /** A message that breaks a rule, and one that comes near to it and does not. */
    record Example(CapRule rule, String broken, String kept) {
        @Override
        public String toString() {
            return rule.name();
        }
    }

    static List<Example> strict() {
        return Stream.of(readability(), schema(), message(), information(), resources(), areas())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> readability() {
        String deep = "<s xmlns='http://www.w3.org/2000/09/xmldsig#'>";
        return List.of(
                example(CapRule.TOO_LARGE, "</alert>", "</alert>" + " ".repeat(CapReader.MOST_BYTES), "</alert>\n"),
                example(CapRule.UNSUPPORTED_XML, "UTF-8", "windows-1252", "utf-8"),
                example(CapRule.NOT_WELL_FORMED, "</info>", "</inf>", "</info >"),
                example(CapRule.DTD, "<alert", "<!DOCTYPE alert><alert", "<!-- no DOCTYPE --><alert"),
                example(
                        CapRule.TOO_DEEP,
                        "</alert>",
                        deep + "<a>".repeat(63) + "</a>".repeat(63) + "</s></alert>",
                        deep + "<a>".repeat(62) + "</a>".repeat(62) + "</s></alert>"),
                example(CapRule.TOO_MANY_ELEMENTS, "</area>", "</area>" + "<x/>".repeat(50_000), "</area>"),
                example(CapRule.WRONG_NAMESPACE, "cap:1.2", "cap:1.1", "cap:1.2"),
                new Example(
                        CapRule.WRONG_ROOT,
                        WaterNotice.text().replace("<alert", "<alarm").replace("</alert", "</alarm"),
                        WaterNotice.text()));
    }

    private static List<Example> schema() {
        return List.of(
                example(CapRule.ELEMENT_UNKNOWN, "<references>", "<reference/><references>", "<references>"),
                example(
                        CapRule.ELEMENT_ORDER,
                        "<urgency>Immediate</urgency>\n    <severity>Severe</severity>",
                        "<severity>Severe</severity><urgency>Immediate</urgency>",
                        "<urgency>Immediate</urgency><severity>Severe</severity>"),
                example(CapRule.ELEMENT_MISSING, "<urgency>Immediate</urgency>", "", "<urgency>Immediate</urgency>"),
                example(
                        CapRule.ELEMENT_REPEATED,
                        "<event>",
                        "<event>Flood</event><event>",
                        "<category>Env</category><event>"),
                example(
                        CapRule.ATTRIBUTE_NOT_ALLOWED,
                        "<event>",
                        "<event lang='en'>",
                        "<event xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'>"),
                example(CapRule.TEXT_NOT_ALLOWED, "<area>", "<area>Here:", "<area><!-- here -->\n"),
                example(CapRule.ENUMERATION, "Observed", "Very Likely", "Likely"),
                example(
                        CapRule.DATE_TIME_SYNTAX,
                        "2026-03-01T08:30:00+01:00",
                        "2026-02-29T08:30:00Z",
                        "2026-03-01T08:30:00-00:00"),
                example(CapRule.LANGUAGE_SYNTAX, "en-US", "en_US", "Zh-TW"),
                example(
                        CapRule.URI_SYNTAX,
                        "https://city.example/map.png",
                        "https://[",
                        "https://city.example/m p.png"),
                example(CapRule.INTEGER_SYNTAX, "2048", "2 kB", "0"),
                example(CapRule.DECIMAL_SYNTAX, "1800.5", "1.8E3", "+1800."));
    }

    private static List<Example> message() {
        String cancel = with("<msgType>Update", "<msgType>Cancel");
        String ack = with("<msgType>Update", "<msgType>Ack");
        String error = with("<msgType>Update", "<msgType>Error");
        String note = "<note>Replaces the notice of the morning.</note>";
        return List.of(
                example(CapRule.IDENTIFIER_EMPTY, "water-2026-001", " ", "1"),
                example(CapRule.IDENTIFIER_CHARACTERS, "water-2026-001", "water 2026,001", "urn:oid:2.49/1"),
                example(CapRule.SENDER_EMPTY, "<sender>water@city.example</sender>", "<sender/>", "<sender>w</sender>"),
                example(CapRule.SENDER_CHARACTERS, "<sender>water@", "<sender>water&amp;", "<sender>http://water/"),
                example(
                        CapRule.RESTRICTION_MISSING,
                        "<scope>Public</scope>",
                        "<scope>Restricted</scope>",
                        "<scope>Restricted</scope><restriction>staff</restriction>"),
                example(
                        CapRule.RESTRICTION_NOT_NEEDED,
                        "</scope>",
                        "</scope><restriction>staff</restriction>",
                        "</scope><restriction/>"),
                example(
                        CapRule.ADDRESSES_MISSING,
                        "<scope>Public</scope>",
                        "<scope>Private</scope><addresses> </addresses>",
                        "<scope>Private</scope><addresses>a@b \"c d\"</addresses>"),
                example(
                        CapRule.ADDRESSES_SYNTAX,
                        "</scope>",
                        "</scope><addresses>\"a b</addresses>",
                        "</scope><addresses>\"a b\"</addresses>"),
                example(CapRule.INCIDENTS_SYNTAX, "burst\"", "burst", "burst\" ice"),
                example(
                        CapRule.REFERENCES_SYNTAX,
                        "000,2026-03-01T06:00:00-00:00",
                        "000,yesterday",
                        "000,2026-03-01T06:00:00-00:00\n"),
                example(CapRule.REFERENCES_MISSING_FOR_UPDATE, REFERENCES, "<references/>", REFERENCES),
                new Example(
                        CapRule.REFERENCES_MISSING_FOR_CANCEL, replaced(cancel, REFERENCES, ""), withoutInfos(cancel)),
                new Example(CapRule.REFERENCES_MISSING_FOR_ACK, replaced(ack, REFERENCES, ""), ack),
                new Example(CapRule.REFERENCES_MISSING_FOR_ERROR, replaced(error, REFERENCES, ""), error),
                example(
                        CapRule.REFERENCE_TO_SELF,
                        "water-2026-000,2026-03-01T06:00:00-00:00",
                        "water-2026-001,2026-03-01T07:00:00-00:00",
                        "water-2026-001,2026-03-01T06:59:59-00:00"),
                example(
                        CapRule.REFERENCE_POSTDATED,
                        "2026-03-01T06:00:00-00:00",
                        "2026-03-01T07:00:01-00:00",
                        "2026-03-01T07:00:00-00:00"),
                new Example(
                        CapRule.NOTE_MISSING_FOR_EXERCISE,
                        replaced(with("Actual", "Exercise"), note, ""),
                        with("Actual", "Exercise")),
                new Example(CapRule.NOTE_MISSING_FOR_ERROR, replaced(error, note, "<note/>"), error),
                new Example(CapRule.INFO_MISSING, withoutInfos(WaterNotice.text()), withoutInfos(cancel)));
    }

    private static List<Example> information() {
        return List.of(
                example(CapRule.EVENT_EMPTY, "Boil water", "\n", "W"),
                example(CapRule.WEB_NOT_ABSOLUTE, "https://city.example/water", "www.city.example", "mailto:a@b"),
                example(CapRule.LANGUAGE_NOT_A_CODE, ">es<", ">espanol<", ">es-MX<"),
                example(
                        CapRule.EXPIRES_MISSING,
                        "<expires>2026-03-02T08:00:00+01:00</expires>",
                        "",
                        "<expires>2026-03-02T07:00:00-00:00</expires>"),
                example(
                        CapRule.EXPIRES_BEFORE_EFFECTIVE,
                        "<effective>2026-03-01T08",
                        "<effective>2026-03-03T08",
                        "<effective>2026-03-02T07"),
                example(CapRule.TIME_IMPLAUSIBLE, "<onset>2026", "<onset>2569", "<onset>2027"),
                example(CapRule.HTML_IN_TEXT, "burst &amp; the", "burst&lt;br/&gt; the", "burst &lt; the &gt;"),
                example(
                        CapRule.SAME_TEXT_DIFFERENT_LANGUAGE,
                        "Se rompió una tubería y el agua puede no ser segura.",
                        "A main has burst &amp; the water may be unsafe.",
                        "Se rompió una tubería."),
                new Example(
                        CapRule.FACTS_DIFFER_BETWEEN_LANGUAGES,
                        with("<severity>Severe", "<severity>Minor"),
                        with("<expires>2026-03-02T08:00:00+01:00", "<expires>2026-03-02T07:00:00-00:00")),
                new Example(
                        CapRule.CATEGORIES_DIFFER,
                        with("<category>Infra</category>", ""),
                        with(
                                "<category>Health</category>\n    <category>Infra</category>",
                                "<category>Infra</category><category>Health</category>")),
                example(CapRule.EVENT_CODES_DIFFER, "<value>CEM", "<value>TOE", "<value>CEM"));
    }

    private static List<Example> resources() {
        String uri = "<uri>https://city.example/map.png</uri>";
        return List.of(
                example(CapRule.MIME_TYPE_SYNTAX, "image/png", "png", "text/plain; charset=utf-8"),
                example(
                        CapRule.URI_RELATIVE_WITHOUT_DEREF,
                        uri,
                        "<uri>map.png</uri>",
                        "<uri>map.png</uri><derefUri>aGk=</derefUri>"),
                example(
                        CapRule.DEREF_URI_SYNTAX,
                        uri,
                        uri + "<derefUri>not base 64!</derefUri>",
                        uri + "<derefUri>aGVs\n bG8=</derefUri>"),
                example(CapRule.DIGEST_SYNTAX, "da39a3ee", "sha1:", "DA39A3EE"),
                example(CapRule.SIZE_NEGATIVE, "2048", "-1", "0"));
    }

    private static List<Example> areas() {
        String polygon = "<polygon>" + POLYGON + "</polygon>";
        return List.of(
                example(CapRule.AREADESC_EMPTY, "<areaDesc>Rivergate</areaDesc>", "", "<areaDesc>R</areaDesc>"),
                example(CapRule.POLYGON_EMPTY, POLYGON, "\n", POLYGON + "\n"),
                example(CapRule.POLYGON_SYNTAX, POLYGON, POLYGON.replace(",", ", "), POLYGON.replace(" ", "\n\t")),
                example(CapRule.POLYGON_TOO_FEW_POINTS, POLYGON, "1,1 2,2 1,1", "1,1 2,2 1,2 1,1"),
                example(CapRule.POLYGON_NOT_CLOSED, POLYGON, "1,1 2,2 1,2 1,3", "1,1 2,2 1,2 1.0,+1"),
                example(CapRule.POLYGON_SELF_INTERSECTS, POLYGON, "0,0 1,1 1,0 0,1 0,0", "0,0 1,0 1,1 0,1 0,0"),
                example(CapRule.COORD_RANGE, POLYGON, "100.5,13 100.6,13 100.6,14 100.5,13", "90,-180 1,2 3,3 90,-180"),
                example(CapRule.CIRCLE_SYNTAX, "48.15,11.55 2.5", "48.15,11.55,2.5", "48.15,11.55\n2.5"),
                example(CapRule.CIRCLE_RADIUS, "11.55 2.5", "11.55 -2.5", "11.55 0"),
                example(CapRule.CEILING_WITHOUT_ALTITUDE, "<altitude>1600</altitude>", "", "<altitude>0</altitude>"),
                example(CapRule.CEILING_BELOW_ALTITUDE, "1800.5", "1599.9", "1600.00"),
                example(CapRule.TOO_MANY_POLYGONS, polygon, polygon.repeat(1_001), polygon.repeat(1_000)),
                example(
                        CapRule.TOO_MANY_POINTS,
                        POLYGON,
                        "1,1 " + "1,2 2,2 ".repeat(25_000) + "1,1",
                        "1,1 " + "1,2 2,2 ".repeat(24_999) + "1,1"),
                example(
                        CapRule.TOO_MANY_VIOLATIONS,
                        "<parameter>",
                        "<x/>".repeat(501) + "<parameter>",
                        "<x/>".repeat(500) + "<parameter>"));
    }

    static List<Example> lenient() {
        return List.of(
                example(
                        CapRule.REPAIRED_ELEMENT_ORDER,
                        "<urgency>Immediate</urgency>\n    <severity>Severe</severity>",
                        "<severity>Severe</severity><urgency>Immediate</urgency>",
                        "<urgency>Immediate</urgency><severity>Severe</severity>"),
                example(CapRule.REPAIRED_POLYGON_NOT_CLOSED, POLYGON, "1,1 2,2 1,2", "1,1 2,2 1,2 1,1"),
                example(CapRule.REPAIRED_POLYGON_EMPTY, POLYGON, "", POLYGON));
    }

    @Test
    void shouldFindNothingWrongWithTheNotice() {
        // When
        CapVerdict verdict = CapVerdict.of(WaterNotice.bytes());

        // Then
        assertThat(verdict.valid()).as("%s", verdict.violations()).isTrue();
        assertThat(verdict.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strict")
    void shouldTellARuleFromItsNeighbour(Example example) {
        check(example, Strictness.STRICT);
    }

    @ParameterizedTest
    @MethodSource("lenient")
    void shouldRecordARepair(Example example) {
        CapVerdict verdict = check(example, Strictness.LENIENT);
        assertThat(verdict.valid()).isTrue();
    }

    private static CapVerdict check(Example example, Strictness strictness) {
        // When
        CapVerdict broken = CapVerdict.of(example.broken().getBytes(StandardCharsets.UTF_8), strictness);
        CapVerdict kept = CapVerdict.of(example.kept().getBytes(StandardCharsets.UTF_8), strictness);

        // Then
        List<CapViolation> found = switch (example.rule().weight()) {
            case ERROR -> broken.violations();
            case WARNING -> broken.warnings();
        };
        assertThat(found).extracting(CapViolation::rule).contains(example.rule().name());
        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.line()).isPositive();
            assertThat(violation.column()).isPositive();
            assertThat(violation.message()).isNotBlank();
        });
        assertThat(rules(kept)).doesNotContain(example.rule().name());
        return broken;
    }

    private static Set<String> rules(CapVerdict verdict) {
        return Stream.concat(verdict.violations().stream(), verdict.warnings().stream())
                .map(CapViolation::rule)
                .collect(Collectors.toSet());
    }

    @Test
    void shouldHaveAnExampleOfEveryRule() {
        Set<CapRule> shown = EnumSet.noneOf(CapRule.class);
        strict().forEach(example -> shown.add(example.rule()));
        lenient().forEach(example -> shown.add(example.rule()));
        assertThat(shown).containsExactlyInAnyOrder(CapRule.values());
    }

    private static Example example(CapRule rule, String from, String broken, String kept) {
        return new Example(rule, with(from, broken), with(from, kept));
    }

    private static String withoutInfos(String text) {
        return text.substring(0, text.indexOf("<info>")) + "</alert>";
    }
}
