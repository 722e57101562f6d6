package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.rules.CapViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
    @Test
    void shouldReadEveryMember() {
        ComposeForm form = read("""
                {"purpose": "city-alerts", "topic": " water ", "status": "Actual", "msgType": "Alert", "scope": "Public",
                 "category": "Health", "severity": "Severe", "urgency": "Immediate", "certainty": "Observed",
                 "responseType": ["Avoid", "Execute"], "areas": ["D01"], "expires": "2026-11-23T12:00:00.5+01:00",
                 "geometry": {"type": "MultiPolygon", "coordinates": [[[[1, 2], [3, 2], [3, 4], [1, 2]]]]},
                 "channels": ["sms"], "question": true, "reason": "why",
                 "texts": {"EN": {"event": "e", "headline": " h ", "description": "d", "instruction": "", "plain": null}}}
                """);

        assertThat(form.topic()).isEqualTo("water");
        assertThat(form.categories()).containsExactly(Category.HEALTH);
        assertThat(form.severity()).isEqualTo(Severity.SEVERE);
        assertThat(form.expires()).isEqualTo(OffsetDateTime.parse("2026-11-23T12:00:00+01:00"));
        assertThat(form.polygons().getFirst().text()).isEqualTo("2,1 2,3 4,3 2,1");
        assertThat(form.question()).isTrue();
        assertThat(form.texts()).containsOnlyKeys("en");
        assertThat(Objects.requireNonNull(form.texts().get("en")).headline()).isEqualTo("h");
        assertThat(Objects.requireNonNull(form.texts().get("en")).instruction()).isNull();
    }

    @Test
    void shouldTakeAnEmptyForm() {
        assertThat(read("{}").texts()).isEmpty();
        assertThat(read("{\"areas\": null, \"geometry\": null, \"topic\": null}")
                        .areas())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"severity": "severe"}                                   | /severity
            {"severity": 3}                                          | /severity
            {"status": ""}                                           | /status
            {"category": ["Health", "Nope"]}                         | /category
            {"category": {"a": 1}}                                   | /category
            {"responseType": [1]}                                    | /responseType
            {"areas": [1]}                                           | /areas
            {"areas": [["D01"]]}                                     | /areas
            {"areas": 7}                                             | /areas
            {"channels": [null]}                                     | /channels
            {"question": "yes"}                                      | /question
            {"expires": "tomorrow"}                                  | /expires
            {"expires": "2026-11-22T12:00:00"}                       | /expires
            {"expires": "+999999999-12-31T23:59:59+00:00"}           | /expires
            {"expires": 1}                                           | /expires
            {"purpose": ["a"]}                                       | /purpose
            {"sevrity": "Severe"}                                    | /sevrity
            {"a/b~c": 1}                                             | /a~1b~0c
            {"template": 7}                                          | /template
            {"parameters": {"minutes": 3}}                           | /parameters
            {"template": "heat", "parameters": {"degrees": true}}    | /parameters/degrees
            {"texts": []}                                            | /texts
            {"texts": {"en": "hello"}}                               | /texts/en
            {"texts": {"en": {"headline": "h"}}}                     | /texts/en/event
            {"texts": {"en": {"event": "e", "headline": " "}}}       | /texts/en/headline
            {"texts": {"en": {"event": "e", "headline": 1}}}         | /texts/en/headline
            {"texts": {"en": {"event": "e", "headline": "h", "titel": "t"}}} | /texts/en/titel
            {"texts": {"??": {"event": "e", "headline": "h"}}}       | /texts/??
            {"texts": {"en": {"event": "e", "headline": "h"}, "EN": {"event": "f", "headline": "i"}}} | /texts/EN
            {"geometry": {"type": "Point", "coordinates": [1, 2]}}   | /geometry/type
            {"geometry": "here"}                                     | /geometry/type
            {"geometry": {"type": "Polygon"}}                        | /geometry/coordinates
            {"geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 2], [3, 4]]]}} | /geometry/coordinates
            {"geometry": {"type": "Polygon", "coordinates": [[[1, 92], [3, 2], [3, 4], [1, 92]]]}} | /geometry/coordinates
            {"geometry": {"type": "Polygon", "coordinates": [[[1, "2"], [3, 2], [3, 4], [1, 2]]]}} | /geometry/coordinates
            {"geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 2], [3, 4], [1, 2]], [[1, 2], [3, 2], [3, 4], [1, 2]]]}} | /geometry/coordinates
            """)
    void shouldSayWhichMemberIsWrong(String json, String path) {
        List<CapViolation> violations = refusal(json).problem().violations();

        assertThat(violations).isNotEmpty().allSatisfy(v -> assertThat(v.path()).isEqualTo(path));
        assertThat(violations.getFirst().message()).startsWith(path + ' ');
    }

    @Test
    void shouldListAllFaultsAtOnce() {
        assertThat(refusal("{\"severity\": \"x\", \"urgency\": \"y\", \"areas\": 1, \"foo\": 2}")
                        .problem()
                        .violations())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "null",
                "{} {}",
                "{\"topic\": \"a\", \"topic\": \"b\"}",
                "{\"topic\": NaN}"
            })
    void shouldRefuseWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void shouldSurviveDepthAndLength() {
        assertThatThrownBy(() -> read("{\"texts\": " + "[".repeat(100_000))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        read("{\"texts\": {\"en\": {\"event\": \"e\", \"headline\": \"" + "x".repeat(20_001) + "\"}}}"))
                .isInstanceOf(ProblemException.class);
    }

    private static ComposeForm read(String json) {
        return FormReader.read(TestHub.bytes(json));
    }

    private static ProblemException refusal(String json) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> read(json));
        assertThat(e.problem().status()).isEqualTo(422);
        return e;
    }
}
