package org.carillon.channel.radio.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Json;

/** Operation {@code getHeartbeat}: a short list by which a station finds what it missed. */
record GetHeartbeat(Stations stations, StationView view) implements Function<HttpExchange, HttpAnswer> {
    @Override
    public HttpAnswer apply(HttpExchange exchange) {
        StationAccount station = stations.require(exchange);
        ObjectNode json = Json.mapper().createObjectNode().put("station", station.id());
        ArrayNode alerts = json.putArray("alerts");
        view.alerts(view.districts(station))
                .forEach(alert -> alerts.addObject()
                        .put("alertId", alert.id().value())
                        .put("digest", view.digest(alert, station.languages()))
                        .put("severity", alert.content().severity().wireName())
                        .put("sent", alert.content().sent().toInstant().toString())
                        .put("expires", alert.content().expires().toString()));
        return HttpAnswer.ok("application/json", json.toString());
    }
}
