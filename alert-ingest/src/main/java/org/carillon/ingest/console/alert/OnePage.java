package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Events;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** One alert: where it stands, what it says, whom it has reached, what became of it and what can be done now. */
public final class OnePage {
    private final Parts parts;
    private final Words words;
    private final Renderings renderings;
    private final Progress progress;

    OnePage(Parts parts) {
        this.parts = parts;
        this.words = parts.words();
        this.renderings = new Renderings(parts.city(), words, parts.spoken());
        this.progress = new Progress(parts.city(), words);
    }

    /**
     * The page.
     *
     * @param reach null before it is issued, and for what never goes to residents
     * @param actions what this officer may do with it now
     */
    public record One(
            AlertRow alert,
            AreaView area,
            AlertFacts.View facts,
            List<Renderings.Language> languages,
            Progress.@Nullable View reach,
            List<Step> history,
            List<Action> actions,
            List<Related> related,
            boolean exercise) {}

    /** One step of its history. */
    public record Step(String time, String who, String what, String reason) {}

    /** One thing to do: a page that begins it. */
    public record Action(String href, String text, String look) {}

    /** Another alert that this one follows, or that follows it. */
    public record Related(String href, String text, String headline, String language, String direction) {}

    void addTo(Routes routes) {
        routes.get("/alerts/:id", Access.OFFICERS, this::show).stream(
                        "/alerts/:id/reach/stream", Access.OFFICERS, this::reach)
                .get("/areas.geojson", Access.OFFICERS, this::map);
    }

    private PageAnswer show(Visit visit) {
        Alert alert = parts.alert(visit);
        List<Rendition> said = parts.views().renditions(alert).orElse(List.of());
        One page = new One(
                AlertRow.of(alert, parts.city(), words, visit.officer()),
                parts.area(alert),
                AlertFacts.of(alert, words),
                renderings.languages(alert, said),
                hasReach(alert) ? progress.of(alert, parts.desk().reach(visit.officer(), alert.id())) : null,
                parts.views().history(alert.id()).stream().map(this::step).toList(),
                actions(visit, alert),
                related(alert),
                AlertRow.isExercise(alert));
        return parts.pages().show(visit, "alerts/one", page.alert().headline(), page);
    }

    /** Only the numbers, as they come. */
    private Events reach(Visit visit) {
        AlertId id = parts.alert(visit).id();
        return () -> {
            Alert alert =
                    parts.views().alert(id).orElseThrow(() -> ProblemException.notFound(words.t("alerts.missing")));
            Progress.View view = progress.of(alert, parts.desk().reach(visit.officer(), id));
            PageAnswer part = parts.pages().show(visit, "alerts/reach", words.t("alerts.reach.title"), view);
            return new Events.Update("reach", part.body().toString(), view.done() || !alert.inForce(words.now()));
        };
    }

    private PageAnswer map(Visit visit) {
        try {
            byte[] json = Json.mapper()
                    .writeValueAsBytes(parts.desk()
                            .ask(visit.officer(), "getAreas", Map.of())
                            .body());
            return PageAnswer.of(200, "application/geo+json", Buffer.buffer(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("areas are JSON", e);
        }
    }

    private Step step(HistoryEntry entry) {
        return new Step(
                words.time(entry.at()),
                entry.who(),
                words.t(
                        "alerts.one.step",
                        "what",
                        words.known("alerts.step." + entry.what().replace(' ', '-'), entry.what()),
                        "state",
                        words.state(entry.to())),
                entry.reason() == null ? "" : entry.reason());
    }

    static boolean hasReach(Alert alert) {
        return alert.issuedAt() != null && alert.content().forResidents();
    }

    private List<Action> actions(Visit visit, Alert alert) {
        boolean own = Rights.owns(visit.officer(), alert);
        boolean writes = Rights.mayWrite(visit.officer());
        return switch (alert.state()) {
            case DRAFT, RETURNED ->
                own && writes ? List.of(action(alert, "preview", "first"), action(alert, "edit", "")) : List.of();
            case PENDING_APPROVAL, QUARANTINED -> waiting(visit, alert, own);
            case ISSUED -> writes ? issued(alert) : List.of();
            case EXPIRED, REJECTED, SUPERSEDED, CANCELLED -> List.of();
        };
    }

    private List<Action> waiting(Visit visit, Alert alert, boolean own) {
        if (!own) {
            return Rights.mayDecide(visit.officer()) ? List.of(action(alert, "decide", "first")) : List.of();
        }
        return parts.alone().from(visit.officer(), alert).isPresent()
                ? List.of(action(alert, "alone", "danger"))
                : List.of();
    }

    private List<Action> issued(Alert alert) {
        return List.of("update", "all-clear", "cancel", "correct").stream()
                .filter(name -> !name.equals("correct") || parts.desk().can("correctAlert"))
                .map(name -> action(alert, name, name.equals("correct") ? "danger" : ""))
                .toList();
    }

    private Action action(Alert alert, String name, String look) {
        return new Action(parts.link(alert, name), words.t("alerts.action." + name), look);
    }

    private List<Related> related(Alert alert) {
        Optional<Related> after =
                Optional.ofNullable(alert.endedBy()).flatMap(id -> related(id, "alerts.related.followed"));
        Optional<Related> before =
                alert.predecessors().stream().findFirst().flatMap(id -> related(id, "alerts.related.follows"));
        return Stream.of(before, after).flatMap(Optional::stream).toList();
    }

    private Optional<Related> related(AlertId id, String key) {
        return parts.views().alert(id).map(other -> {
            String language = AlertRow.language(other, parts.city());
            var text = other.content().texts().get(language);
            return new Related(
                    parts.link(other, ""),
                    words.t(key),
                    text == null ? other.content().identifier() : text.headline(),
                    language,
                    parts.city().direction(language));
        });
    }
}
