package org.carillon.router.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stations report becomes part of an alert's numbers, each deed once. */
class StationReachTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AlertId ONE = AlertId.of("water@city.example", "1", NOON);
    private static final AlertId TWO = AlertId.of("water@city.example", "2", NOON);

    private @Nullable TopologyTestDriver driver;

    @BeforeEach
    void open(@TempDir Path state) {
        Topology topology = new Topology();
        ReachNodes.addTo(topology);
        Properties props = new Properties();
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, NOON);
    }

    @AfterEach
    void close() {
        driver().close();
    }

    @Test
    void shouldCountStationsThatPulledAndAirings() {
        report(new StationReport.Pulled("sol", "b1", List.of(ONE, TWO), NOON));
        report(new StationReport.Pulled("luna", "b2", List.of(ONE), NOON));
        report(new StationReport.Aired("sol", "b1", List.of(ONE, TWO), NOON, 42));
        report(new StationReport.Aired("sol", "b1", List.of(ONE, TWO), NOON.plusSeconds(600), 42));

        Map<String, Reach> reach = reach();
        assertThat(radio(reach, ONE)).isEqualTo(new RadioReach(2, 2));
        assertThat(radio(reach, TWO)).isEqualTo(new RadioReach(1, 2));
    }

    @Test
    void shouldCountWhatIsReportedAgainOnce() {
        StationReport aired = new StationReport.Aired("sol", "b1", List.of(ONE), NOON, 42);
        report(new StationReport.Pulled("sol", "b1", List.of(ONE), NOON));
        report(aired);
        reach();

        report(new StationReport.Pulled("sol", "b2", List.of(ONE, ONE), NOON.plusSeconds(60)));
        report(aired);

        assertThat(reach()).isEmpty();
        report(new StationReport.Aired("luna", "b1", List.of(ONE), NOON, 42));
        assertThat(radio(reach(), ONE)).isEqualTo(new RadioReach(1, 2));
    }

    @Test
    void shouldKeepBothSidesOfTheSum() {
        Counts counts = new Counts(3, 1, 0, 0, 0);
        ReachPartial share = new ReachPartial(ONE, 0, false, Map.of("sms", counts), Map.of(), Map.of(), Latencies.NONE);
        report(new StationReport.Pulled("sol", "b1", List.of(ONE), NOON));
        input(Topics.REACH_PARTIALS.name(), Topics.REACH_PARTIALS.valueSerde().serializer())
                .pipeInput(share.path(), share);

        Reach reach = Objects.requireNonNull(reach().get(ONE.value()));
        assertThat(reach.channels()).isEqualTo(Map.of("sms", counts));
        assertThat(reach.radio()).isEqualTo(new RadioReach(1, 0));
    }

    @Test
    void shouldSayNothingOfRadioWhereNoStationReported() {
        ReachPartial share = new ReachPartial(ONE, 0, false, Map.of(), Map.of(), Map.of(), Latencies.NONE);
        input(Topics.REACH_PARTIALS.name(), Topics.REACH_PARTIALS.valueSerde().serializer())
                .pipeInput(share.path(), share);

        assertThat(radio(reach(), ONE)).isNull();
    }

    private void report(StationReport report) {
        input(Topics.STATION_REPORTS.name(), Topics.STATION_REPORTS.valueSerde().serializer())
                .pipeInput(report.station(), report);
    }

    private <V> TestInputTopic<String, V> input(String topic, Serializer<V> values) {
        return driver().createInputTopic(topic, Topics.REACH.keySerde().serializer(), values);
    }

    /** The newest numbers of every alert whose numbers changed. */
    private Map<String, Reach> reach() {
        driver().advanceWallClockTime(Duration.ofMillis(200));
        return driver().createOutputTopic(
                        Topics.REACH.name(),
                        Topics.REACH.keySerde().deserializer(),
                        Topics.REACH.valueSerde().deserializer())
                .readKeyValuesToMap();
    }

    private static @Nullable RadioReach radio(Map<String, Reach> reach, AlertId alert) {
        return Objects.requireNonNull(reach.get(alert.value())).radio();
    }

    private TopologyTestDriver driver() {
        return Objects.requireNonNull(driver);
    }
}
