package org.carillon.ingest.console.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carillon.ingest.alerts.AlertSearch;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.Officer;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;

/** What waits for somebody, what is in force, and everything. */
public final class AlertLists {
    private static final int ON_PAGE = 25;

    private final AlertViews views;
    private final CityView city;
    private final Words words;

    AlertLists(AlertViews views, CityView city, Words words) {
        this.views = views;
        this.city = city;
        this.words = words;
    }

    /**
     * The first page.
     *
     * @param decide what waits for this officer's decision, the longest first
     * @param mend what was returned to this officer, and drafts
     * @param hazards to begin a new alert with
     * @param elsewhere this officer's own that wait for somebody else
     */
    public record Start(
            List<AlertRow> decide,
            List<AlertRow> mend,
            List<AlertRow> elsewhere,
            List<AlertRow> inForce,
            List<AlertRow> exercises,
            WritePages.Choose hazards,
            boolean mayWrite,
            boolean mayDecide) {}

    /** One page of all alerts, and what it was filtered by. */
    public record Listing(
            List<AlertRow> rows,
            Fields filter,
            List<State> states,
            List<AreaView.Place> places,
            String found,
            int page,
            int pages) {
        /** Another page of the same. */
        public String link(int other) {
            StringBuilder link = new StringBuilder("?page=" + other);
            for (String name : List.of("q", "state", "area")) {
                if (!filter.text(name).isEmpty()) {
                    link.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(filter.text(name), StandardCharsets.UTF_8));
                }
            }
            return link.toString();
        }
    }

    /** A state to filter by. */
    public record State(String code, String name, boolean chosen) {}

    Start start(Officer officer, WritePages.Choose hazards) {
        Comparator<Alert> oldest = Comparator.comparing(Alert::submittedAt);
        return new Start(
                rows(
                        officer,
                        oldest,
                        alert -> Rights.mayDecide(officer) && pending(alert) && !Rights.owns(officer, alert)),
                rows(officer, oldest.reversed(), alert -> Rights.owns(officer, alert) && unfinished(alert)),
                rows(
                        officer,
                        oldest,
                        alert -> pending(alert) && !(Rights.mayDecide(officer) && !Rights.owns(officer, alert))),
                rows(
                        officer,
                        Comparator.comparingInt((Alert alert) ->
                                        -alert.content().severity().rank())
                                .thenComparing(oldest.reversed()),
                        alert -> alert.inForce(words.now())),
                rows(
                        officer,
                        oldest.reversed(),
                        alert -> alert.state() == AlertState.ISSUED
                                && AlertRow.isExercise(alert)
                                && words.now().isBefore(alert.content().expires())),
                hazards,
                Rights.mayWrite(officer),
                Rights.mayDecide(officer));
    }

    Listing list(Officer officer, Fields filter) {
        List<Alert> found =
                AlertSearch.find(views.alerts(), filter.text("state"), filter.text("area"), filter.text("q"));
        int pages = Math.max(1, Math.ceilDiv(found.size(), ON_PAGE));
        String wanted = filter.text("page");
        int page = wanted.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(wanted), 1, pages) : 1;
        Function<Alert, AlertRow> row = alert -> AlertRow.of(alert, city, words, officer);
        return new Listing(
                found.stream()
                        .skip((page - 1L) * ON_PAGE)
                        .limit(ON_PAGE)
                        .map(row)
                        .toList(),
                filter,
                Arrays.stream(AlertState.values())
                        .map(state -> new State(
                                state.wireName(),
                                words.state(state),
                                state.wireName().equals(filter.text("state"))))
                        .toList(),
                city.area(filter.all("area"), Map.of(), "").places(),
                words.count(found.size(), "list.found"),
                page,
                pages);
    }

    private List<AlertRow> rows(Officer officer, Comparator<Alert> order, Predicate<Alert> wanted) {
        return views.alerts().stream()
                .filter(wanted)
                .sorted(order.thenComparing(Alert::id))
                .map(alert -> AlertRow.of(alert, city, words, officer))
                .toList();
    }

    private static boolean pending(Alert alert) {
        return alert.state() == AlertState.PENDING_APPROVAL || alert.state() == AlertState.QUARANTINED;
    }

    private static boolean unfinished(Alert alert) {
        return alert.state() == AlertState.DRAFT || alert.state() == AlertState.RETURNED;
    }
}
