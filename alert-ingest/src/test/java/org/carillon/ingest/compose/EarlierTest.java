package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.carillon.ingest.TestHub;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.junit.jupiter.api.Test;

class EarlierTest {
    private static final String SENDER = "water@port-maravel.example";

    @Test
    void shouldFindTheNearestByInstantWhateverItsSpelling() {
        Earlier earlier = new Earlier(
                () -> List.of(alert("a", "2026-11-22T11:50:00-00:00"), alert("a", "2026-11-22T11:40:01-00:00")));

        assertThat(earlier.of(update(SENDER + ",a,2026-11-22T12:40:00+01:00")).map(EarlierTest::sent))
                .contains(Instant.parse("2026-11-22T11:40:01Z"));
    }

    @Test
    void shouldTakeTheLatestOfSeveralAndNeverItself() {
        Alert itself = alert("second", "2026-11-22T11:55:00-00:00");
        Earlier earlier = new Earlier(() ->
                List.of(itself, alert("a", "2026-11-22T11:40:00-00:00"), alert("b", "2026-11-22T11:45:00-00:00")));

        assertThat(earlier.of(update(SENDER + ",b,2026-11-22T11:45:00-00:00 " + SENDER + ",a,2026-11-22T11:40:00-00:00 "
                                + SENDER + ",second,2026-11-22T11:55:00-00:00"))
                        .map(alert -> alert.content().identifier()))
                .contains("b");
    }

    @Test
    void shouldFindNothingOfAnotherSenderOrIdentifier() {
        Earlier earlier = new Earlier(() -> List.of(alert("a", "2026-11-22T11:50:00-00:00")));

        assertThat(earlier.of(update("other@port-maravel.example,a,2026-11-22T11:50:00-00:00")))
                .isEmpty();
        assertThat(earlier.of(update(SENDER + ",A,2026-11-22T11:50:00-00:00"))).isEmpty();
    }

    private static Instant sent(Alert alert) {
        return alert.content().sent().toInstant();
    }

    private static Alert alert(String identifier, String sent) {
        String cap = TestHub.cap(identifier, "Alert", "", TestHub.info("en", "h", TestHub.district("D01")))
                .replace("2026-11-22T11:55:00-00:00", sent);
        return TestHub.alert(
                TestHub.submissions(List::of)
                        .prepare(TestHub.bytes(cap), new Wishes(null, null, List.of(), false))
                        .content(),
                AlertState.ISSUED);
    }

    private static CapAlert update(String references) {
        String cap = TestHub.cap(
                "second",
                "Update",
                "<references>" + references + "</references>",
                TestHub.info("en", "h", TestHub.district("D01")));
        return ((CapReading.Valid) CapReader.read(TestHub.bytes(cap)))
                .document()
                .alert();
    }
}
