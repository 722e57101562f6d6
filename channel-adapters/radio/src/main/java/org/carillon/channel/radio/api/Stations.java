package org.carillon.channel.radio.api;

import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.radio.station.StationKeys;
import org.carillon.schemas.station.StationAccount;

/** Lets stations in, and nobody while the hub does not know yet what is in force. */
record Stations(StationKeys keys, Supplier<Optional<String>> notReady) {
    private static final String CHALLENGE =
            "Bearer realm=\"carillon radio\", Basic realm=\"carillon radio\", charset=\"UTF-8\"";

    /** The station that asks. An empty bulletin from a hub that has not read everything would be a wrong all-clear: 503 instead. */
    StationAccount require(HttpExchange exchange) {
        notReady.get().ifPresent(reason -> {
            throw HttpProblem.unavailable("The hub is not ready: " + reason + ".", 2);
        });
        return keys.find(exchange.header("Authorization").orElse(null))
                .orElseThrow(() -> HttpProblem.unauthorized(
                        "The key of an active station is needed, as Bearer or as Basic with the station's id.",
                        CHALLENGE));
    }
}
