package org.carillon.channel.radio.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.OpenApiRoutes;
import org.carillon.channel.core.published.PublishedAlerts;
import org.carillon.channel.radio.bulletin.BulletinWriter;
import org.carillon.channel.radio.station.ServedBulletins;
import org.carillon.channel.radio.station.StationKeys;
import org.carillon.channel.radio.station.StationReports;
import org.carillon.rendering.catalogue.Catalogue;

/**
 * Binds the stations' URLs to what answers them.
 *
 * @param districts codes of all districts of the city
 * @param notReady why nothing can be answered now, or empty
 */
public record RadioApi(
        Catalogue catalogue,
        BulletinWriter writer,
        List<String> districts,
        PublishedAlerts published,
        StationKeys keys,
        ServedBulletins served,
        StationReports reports,
        Supplier<Optional<String>> notReady,
        Clock clock) {
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "private, no-cache",
            "Vary", "Accept, Authorization");

    /** Adds the routes. */
    public void mount(Router router) {
        JsonNode openApi = OpenApiRoutes.read(RadioApi.class, "openapi.json");
        String shown = openApi.toPrettyString();
        Stations stations = new Stations(keys, notReady);
        StationView view = new StationView(published, districts, clock);
        GetBulletin getBulletin = new GetBulletin(
                stations,
                view,
                writer,
                catalogue,
                pulled -> {
                    served.put(pulled);
                    reports.putLater(pulled);
                },
                clock);
        new OpenApiRoutes(
                        openApi,
                        Map.of(
                                "getBulletin",
                                getBulletin,
                                "postAired",
                                new PostAired(stations, served, reports::put, clock),
                                "getHeartbeat",
                                new GetHeartbeat(stations, view),
                                "getOpenApi",
                                exchange -> HttpAnswer.ok("application/json", shown)),
                        ALWAYS)
                .mount(router);
    }
}
