package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.rules.CapViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerTest {
    private static final String SENDER = "water@port-maravel.example";
    private static final String FULL = """
            {"status": "Actual", "category": "Health", "severity": "Severe", "urgency": "Immediate",
             "certainty": "Observed", "areas": ["D01", "D02", "D01"], "reason": "tests",
             "texts": {"es": {"event": "Agua", "headline": "Hierva el agua", "instruction": "Hierva.", "plain": "Hierva"},
                       "en": {"event": "Water", "headline": "Boil <&> water"}}}
            """;
    private final Composer composer = new Composer(TestHub.CITY);

    @Test
    void shouldWriteACapMessageWithOneInfoPerLanguage() {
        CapAlert message = compose(FULL, MsgType.ALERT, null).alert();

        assertThat(message.scope()).isEqualTo(Scope.PUBLIC);
        assertThat(message.note()).isEqualTo("tests");
        assertThat(message.sent().text()).isEqualTo("2026-11-22T12:00:00-00:00");
        assertThat(message.infos()).extracting(CapInfo::languageTag).containsExactly("es", "en");
        CapInfo es = message.infos().getFirst();
        assertThat(es.senderName()).isEqualTo("Aguas de Puerto Maravel");
        assertThat(es.parameter(Texts.PLAIN)).contains("Hierva");
        assertThat(es.areas()).extracting(area -> area.areaDesc()).containsExactly("Puerto Viejo", "Punta del Faro");
        assertThat(message.infos().getLast().headline()).isEqualTo("Boil <&> water");
        assertThat(Objects.requireNonNull(es.expires()).instant()).isEqualTo(TestHub.NOON.plusSeconds(86_400));
    }

    @Test
    void shouldGiveACancelWhatItLeavesOutAndNoInstruction() {
        Alert before = issued();

        CapAlert message = compose("{}", MsgType.CANCEL, before).alert();

        assertThat(message.msgType()).isEqualTo(MsgType.CANCEL);
        assertThat(message.references()).singleElement().satisfies(r -> {
            assertThat(r.identifier()).isEqualTo("first");
            assertThat(r.sent().instant()).isEqualTo(before.content().sent().toInstant());
        });
        assertThat(message.infos()).allSatisfy(info -> {
            assertThat(info.severity()).isEqualTo(Severity.SEVERE);
            assertThat(info.instruction()).isNull();
            assertThat(info.areas()).hasSize(2);
        });
    }

    @Test
    void shouldKeepTheReferencesOfWhatIsEdited() {
        AlertReference first =
                new AlertReference(SENDER, "first", issued().content().sent());

        CapDocument edited = composer.compose(
                FormReader.read(TestHub.bytes(FULL)), MsgType.UPDATE, SENDER, "second", TestHub.NOON, List.of(first));

        assertThat(edited.alert().references())
                .singleElement()
                .satisfies(r -> assertThat(r.identifier()).isEqualTo("first"));
        assertThat(edited.alert().infos().getFirst().instruction()).isEqualTo("Hierva.");
    }

    @Test
    void shouldDescribeAGeometryByTheDistrictsThatItMeans() {
        String json = FULL.replace(
                "\"areas\": [\"D01\", \"D02\", \"D01\"]",
                "\"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[-18.0, 40.005], [-17.995, 40.005], [-17.995, 40.01], [-18.0, 40.005]]]}");

        CapAlert message = compose(json, MsgType.ALERT, null).alert();

        assertThat(message.infos().getLast().areas()).singleElement().satisfies(area -> {
            assertThat(area.areaDesc()).isEqualTo("Old Harbour");
            assertThat(area.polygons()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "severity": "Severe",                    |                     | HUB_FORM          | /severity
            "status": "Actual",                      |                     | HUB_FORM          | /status
            "category": "Health",                    |                     | HUB_FORM          | /category
            "D02"                                    | "D99"               | HUB_AREA_OUTSIDE  | /areas
            ["D01", "D02", "D01"]                    | []                  | HUB_AREA_MISSING  | /areas
            "headline": "Hierva el agua"             | "headline": "a\\u0001b" | HUB_FORM      | /texts
            "status": "Actual",                      | "status": "Actual", "scope": "Private", | ADDRESSES_MISSING | /alert
            """)
    void shouldSayWhatIsMissingOrWrong(String cut, @Nullable String in, String rule, String path) {
        String json = FULL.replace(cut, in == null ? "" : in);

        ProblemException e = catchThrowableOfType(ProblemException.class, () -> compose(json, MsgType.ALERT, null));

        assertThat(e.problem().status()).isEqualTo(422);
        assertThat(e.problem().violations()).extracting(CapViolation::rule).contains(rule);
        assertThat(e.problem().violations()).extracting(CapViolation::path).anyMatch(p -> p.startsWith(path));
    }

    @Test
    void shouldComposeNothingWithoutTexts() {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> compose("{}", MsgType.ALERT, null));

        assertThat(e.problem().violations())
                .extracting(CapViolation::path)
                .contains("/severity", "/urgency", "/certainty", "/status", "/category", "/texts", "/areas");
    }

    private Alert issued() {
        CapDocument first = composer.compose(
                FormReader.read(TestHub.bytes(FULL)), MsgType.ALERT, SENDER, "first", TestHub.NOON, (Alert) null);
        assertThat(first.alert().sent()).isEqualTo(CapTime.of(TestHub.NOON));
        return TestHub.alert(
                TestHub.submissions(List::of)
                        .prepare(first, new Wishes(null, null, List.of(), false), "digest")
                        .content(),
                AlertState.ISSUED);
    }

    private CapDocument compose(String json, MsgType msgType, @Nullable Alert before) {
        return composer.compose(FormReader.read(TestHub.bytes(json)), msgType, SENDER, "second", TestHub.NOON, before);
    }
}
