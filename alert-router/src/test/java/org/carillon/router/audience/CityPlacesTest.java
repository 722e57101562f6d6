package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.alert;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CityPlacesTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(CityPlaces.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final CityPlaces places = new CityPlaces(
            AudienceConfig.of(List.of("city-alerts"), List.of("D01", "D02"), List.of("water"), List.of("en")));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void shouldSayOnceThatTheCityHasNoSuchCode() {
        Match match = new Match("nothing", List.of("D01", "D99"), "ufo", Severity.SEVERE);

        places.criteria(alert("a1"), match);
        places.criteria(alert("a1"), match);
        places.criteria(alert("a2"), match);

        assertThat(log.list)
                .extracting(event -> event.getKeyValuePairs().getLast().toString())
                .containsExactlyInAnyOrder("district=\"D99\"", "purpose=\"nothing\"", "topic=\"ufo\"");
    }

    @Test
    void shouldSayNothingOfWhatTheCityHas() {
        places.criteria(alert("a1"), new Match("city-alerts", List.of("D02", "D01"), "water", Severity.SEVERE));

        assertThat(log.list).isEmpty();
    }
}
