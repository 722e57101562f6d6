package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The community radio stations, each pulling its bulletin in its languages. */
final class RadioSide implements ChannelSide {
    private static final int SECONDS = 90;

    private final DemoHttp http;
    private final String baseUrl;
    private final List<DemoFile.StationKey> stations;
    private final Narrator narrator;
    private final Clock clock;
    private final List<Map<String, Object>> delivered = new ArrayList<>();

    RadioSide(DemoHttp http, String baseUrl, List<DemoFile.StationKey> stations, Narrator narrator, Clock clock) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.stations = List.copyOf(stations);
        this.narrator = narrator;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "radio";
    }

    @Override
    public void hear(Told told) {
        for (DemoFile.StationKey station : stations) {
            for (String language : station.languages()) {
                hear(told, station, language);
            }
        }
    }

    private void hear(Told told, DemoFile.StationKey station, String language) {
        String approved = told.shown(name(), language).body();
        String url = baseUrl + "/radio/v1/bulletin?lang=" + language + "&seconds=" + SECONDS;
        JsonNode[] bulletin = new JsonNode[1];
        Waiting.until(told.what() + " in the bulletin of " + station.id() + " in " + language, () -> {
            bulletin[0] = http.get(url, station.key());
            JsonNode item = item(bulletin[0], told.id());
            return item != null && approved.startsWith(item.path("text").asText());
        });
        String script = bulletin[0].path("text").asText();
        int seconds = bulletin[0].path("estimatedSeconds").asInt();
        delivered.add(Map.of("station", station.id(), "lang", language, "seconds", seconds, "script", script));
        narrator.quote(station.id() + " reads on air (" + language + ", " + seconds + " s)", script);
        http.post(
                baseUrl + "/radio/v1/aired",
                station.key(),
                Map.of(
                        "bulletin",
                        bulletin[0].path("id").asText(),
                        "at",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "seconds",
                        seconds));
    }

    private static @Nullable JsonNode item(JsonNode bulletin, String alertId) {
        for (JsonNode item : bulletin.path("items")) {
            if (item.path("alertId").asText().equals(alertId)) {
                return item;
            }
        }
        return null;
    }

    @Override
    public List<Map<String, Object>> delivered() {
        return List.copyOf(delivered);
    }
}
