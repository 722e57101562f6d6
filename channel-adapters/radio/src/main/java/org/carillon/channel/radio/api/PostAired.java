package org.carillon.channel.radio.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.radio.station.ServedBulletins;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Json;

/** Operation {@code postAired}: a station has read a bulletin on air. */
final class PostAired implements Function<HttpExchange, HttpAnswer> {
    private static final int MOST_SECONDS = 3600;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Stations stations;
    private final ServedBulletins served;
    private final Predicate<StationReport> reports;
    private final Clock clock;

    /** {@code reports} writes one and says whether it is safe. */
    PostAired(Stations stations, ServedBulletins served, Predicate<StationReport> reports, Clock clock) {
        this.stations = stations;
        this.served = served;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public HttpAnswer apply(HttpExchange exchange) {
        StationAccount station = stations.require(exchange);
        JsonNode body = body(exchange);
        String bulletin = body.path("bulletin").asText();
        List<AlertId> alerts = served.alerts(bulletin)
                .orElseThrow(() -> HttpProblem.unprocessable(
                        "bulletin has to be the id of one that was pulled within the last seven days."));
        StationReport.Aired aired = new StationReport.Aired(station.id(), bulletin, alerts, at(body), seconds(body));
        if (!reports.test(aired)) {
            throw HttpProblem.unavailable("The report could not be stored. Please send it again.", 5);
        }
        return HttpAnswer.empty(202);
    }

    private static JsonNode body(HttpExchange exchange) {
        try {
            JsonNode body = Json.mapper().readTree(exchange.body().getBytes());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // The parser's message would quote the input.
        }
        throw HttpProblem.badRequest("A JSON object with bulletin, at and seconds is expected.");
    }

    /** To the second, so that the same airing told twice is one. */
    private Instant at(JsonNode body) {
        Instant now = clock.instant();
        try {
            Instant at =
                    OffsetDateTime.parse(body.path("at").asText()).toInstant().truncatedTo(ChronoUnit.SECONDS);
            if (!at.isAfter(now.plus(CLOCKS_DIFFER)) && at.isAfter(now.minus(REMEMBERED))) {
                return at;
            }
        } catch (DateTimeException e) {
            // Answered like any other wrong time.
        }
        throw HttpProblem.unprocessable(
                "at has to be a time with its offset, such as 2026-11-22T14:05:00Z, within the last seven days.");
    }

    private static int seconds(JsonNode body) {
        JsonNode seconds = body.path("seconds");
        if (!seconds.canConvertToExactIntegral()
                || !seconds.isNumber()
                || seconds.asLong() < 1
                || seconds.asLong() > MOST_SECONDS) {
            throw HttpProblem.unprocessable("seconds has to be a whole number from 1 to " + MOST_SECONDS + ".");
        }
        return seconds.asInt();
    }
}
