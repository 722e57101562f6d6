package org.carillon.channel.radio.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.channel.radio.Fixtures;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.station.StationReport;
import org.junit.jupiter.api.Test;

class StationReportsTest {
    private static final StationReport.Pulled PULLED = new StationReport.Pulled(
            "sol", "b1", List.of(Fixtures.told("x", Severity.SEVERE).id()), Fixtures.NOON);

    @Test
    void shouldSayWhenKafkaIsAwayAndHoldNobodyUpThen() {
        try (StationReports reports = new StationReports(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            long from = System.nanoTime();
            reports.putLater(PULLED);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));

            assertThat(reports.put(PULLED)).isFalse();
        }
    }

    @Test
    void shouldKnowTheAlertsOfWhatWasPulledOnly() {
        ServedBulletins served = new ServedBulletins();
        served.put(PULLED);
        served.put(new StationReport.Aired("sol", "b2", PULLED.alerts(), Fixtures.NOON, 1));
        served.put(null);

        assertThat(served.alerts("b1")).contains(PULLED.alerts());
        assertThat(served.alerts("b2")).isEmpty();
    }
}
