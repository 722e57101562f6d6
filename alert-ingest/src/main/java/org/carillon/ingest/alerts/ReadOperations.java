package org.carillon.ingest.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;

/** The operations that only read: lists, single alerts, history, preview, reach, areas and languages. */
final class ReadOperations {
    private static final int MOST_ON_PAGE = 200;
    private final AlertViews views;
    private final PreviewDesk previews;
    private final Clock clock;

    ReadOperations(AlertViews views, PreviewDesk previews, Clock clock) {
        this.views = views;
        this.previews = previews;
        this.clock = clock;
    }

    ApiResponse list(ApiRequest request) {
        int page = number(request, "page", 1, Integer.MAX_VALUE);
        int size = number(request, "size", 50, MOST_ON_PAGE);
        Optional<AlertState> state = request.queryValue("state").map(ReadOperations::state);
        Optional<String> area = request.queryValue("area");
        List<Alert> found = AlertSearch.find(
                views.alerts(),
                state.map(AlertState::wireName).orElse(""),
                area.orElse(""),
                request.queryValue("q").orElse(""));
        List<AlertResource> shown = found.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(alert -> AlertResource.of(alert, views.reach(alert.id())))
                .toList();
        return ApiResponse.ok(new Page(shown, page, size, found.size(), links(request, page, size, found.size())));
    }

    ApiResponse get(ApiRequest request) {
        Alert alert = alert(request);
        return ApiResponse.ok(AlertResource.of(alert, views.reach(alert.id())));
    }

    ApiResponse history(ApiRequest request) {
        return ApiResponse.ok(Map.of("history", views.history(alert(request).id())));
    }

    ApiResponse preview(ApiRequest request) {
        return ApiResponse.ok(previews.of(alert(request)));
    }

    ApiResponse reach(ApiRequest request) {
        Alert alert = alert(request);
        return ApiResponse.ok(ReachResource.of(alert, views.reach(alert.id()), clock.instant()));
    }

    /** The alert that the path names. */
    Alert alert(ApiRequest request) {
        String id = request.pathValue("id");
        return Optional.of(id)
                .filter(AlertId::isValid)
                .flatMap(valid -> views.alert(new AlertId(valid)))
                .orElseThrow(() -> ProblemException.notFound("No alert has the id "
                        + (AlertId.isValid(id) ? id : "given: 26 characters of a-z and 2-7 expected") + "."));
    }

    private static AlertState state(String name) {
        return Arrays.stream(AlertState.values())
                .filter(s -> s.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("state: '" + name + "' is none of "
                        + Arrays.stream(AlertState.values())
                                .map(AlertState::wireName)
                                .toList() + "."));
    }

    private static int number(ApiRequest request, String name, int otherwise, int most) {
        String text = request.queryValue(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw ProblemException.badRequest(name + ": a number from 1 to " + most + " expected.");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, AlertResource.Link> links(ApiRequest request, int page, int size, int total) {
        Map<String, AlertResource.Link> links = new LinkedHashMap<>();
        links.put("self", link(request, page, size));
        if (page > 1) {
            links.put("prev", link(request, page - 1, size));
        }
        if ((long) page * size < total) {
            links.put("next", link(request, page + 1, size));
        }
        return links;
    }

    private static AlertResource.Link link(ApiRequest request, int page, int size) {
        StringBuilder href = new StringBuilder("/api/v1/alerts?page=" + page + "&size=" + size);
        for (String name : List.of("state", "area", "q")) {
            request.queryValue(name)
                    .ifPresent(value -> href.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return new AlertResource.Link(href.toString());
    }

    /** One page of a list. */
    record Page(
            List<AlertResource> alerts,
            int page,
            int size,
            int total,
            @JsonProperty("_links") Map<String, AlertResource.Link> links) {}
}
