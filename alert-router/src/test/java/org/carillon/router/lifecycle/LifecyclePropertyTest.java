package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/** Whatever is asked in whatever order: no illegal step, one issue, nothing cut before the second person's yes. */
class LifecyclePropertyTest {
    private static final List<Actor> ACTORS = List.of(
            Alerts.AUTHOR,
            Alerts.APPROVER,
            Alerts.ADMIN,
            Alerts.AUDITOR,
            new Actor("ana", Set.of(Role.AUTHOR, Role.APPROVER)));

    /** The legal steps, written down a second time; null is the beginning. */
    private static final Map<AlertState, List<AlertState>> MODEL = new EnumMap<>(Map.of(
            AlertState.DRAFT, List.of(AlertState.DRAFT, AlertState.PENDING_APPROVAL, AlertState.REJECTED),
            AlertState.PENDING_APPROVAL,
                    List.of(
                            AlertState.PENDING_APPROVAL,
                            AlertState.ISSUED,
                            AlertState.REJECTED,
                            AlertState.RETURNED,
                            AlertState.CANCELLED,
                            AlertState.SUPERSEDED,
                            AlertState.EXPIRED),
            AlertState.RETURNED,
                    List.of(
                            AlertState.RETURNED,
                            AlertState.PENDING_APPROVAL,
                            AlertState.REJECTED,
                            AlertState.CANCELLED,
                            AlertState.SUPERSEDED,
                            AlertState.EXPIRED),
            AlertState.ISSUED, List.of(AlertState.SUPERSEDED, AlertState.CANCELLED, AlertState.EXPIRED),
            AlertState.REJECTED, List.of(),
            AlertState.SUPERSEDED, List.of(),
            AlertState.CANCELLED, List.of(),
            AlertState.EXPIRED, List.of(AlertState.EXPIRED)));

    /** One thing that happens: {@code kind} 0–2 submit, 3 submit draft, 4–5 approve, 6 reject, 7 return, 8 time passes. */
    record Event(int kind, int alert, int other, int actor, MsgType type, Status status, boolean draft) {}

    @Property(tries = 150)
    void shouldNeverStepOutsideTheLegalLife(@ForAll("events") List<Event> events) {
        MemoryBook book = new MemoryBook();
        Map<AlertId, AlertState> states = new HashMap<>();
        Map<AlertId, Integer> cuts = new HashMap<>();
        Map<AlertId, Integer> counting = new HashMap<>();
        List<AlertId> approved = new ArrayList<>();
        for (Event event : events) {
            Decision decision = happen(event, book);
            List<Effect> effects = book.effects();
            if (event.kind() < 8 && decision instanceof Decision.Refused) {
                assertThat(effects).isEmpty();
            }
            if (event.kind() == 4 || event.kind() == 5) {
                noteApproval(event, decision, approved);
            }
            MemoryBook.history(effects).forEach(entry -> step(entry, states));
            MemoryBook.queries(effects).forEach(query -> {
                if (query instanceof AudienceQuery.Cut cut) {
                    cuts.merge(cut.alertId(), 1, Integer::sum);
                    check(cut, book, approved);
                }
                follow(query, counting);
            });
        }
        assertThat(counting.keySet())
                .as("those who wait for a decision have a count, and nobody else")
                .isEqualTo(states.keySet().stream()
                        .filter(id -> states.get(id) == AlertState.PENDING_APPROVAL)
                        .collect(Collectors.toSet()));
        assertThat(cuts.values()).allMatch(times -> times == 1);
        states.forEach((id, state) -> assertThat(book.record(id).state()).isEqualTo(state));
    }

    private static void follow(AudienceQuery query, Map<AlertId, Integer> counting) {
        switch (query) {
            case AudienceQuery.Count count ->
                assertThat(counting.put(count.alertId(), count.version())).isNull();
            case AudienceQuery.Dismiss dismiss ->
                assertThat(counting.remove(dismiss.alertId())).isEqualTo(dismiss.version());
            case AudienceQuery.Cut cut -> {}
            case AudienceQuery.Withdraw withdraw -> {}
        }
    }

    private static void noteApproval(Event event, Decision decision, List<AlertId> approved) {
        if (decision instanceof Decision.Done done) {
            assertThat(done.alert().author())
                    .isNotEqualTo(ACTORS.get(event.actor()).user());
            approved.add(done.alertId());
        }
    }

    private static void step(HistoryEntry entry, Map<AlertId, AlertState> states) {
        AlertState from = entry.from();
        assertThat(states.get(entry.alertId())).isEqualTo(from);
        if (from != null) {
            assertThat(MODEL.get(from)).contains(entry.to());
        }
        states.put(entry.alertId(), entry.to());
    }

    private static void check(AudienceQuery.Cut cut, MemoryBook book, List<AlertId> approved) {
        AlertRecord record = book.record(cut.alertId());
        assertThat(record.content().status()).isEqualTo(Status.ACTUAL);
        assertThat(record.state()).isEqualTo(AlertState.ISSUED);
        boolean cancel = record.content().msgType() == MsgType.CANCEL;
        assertThat(cancel || approved.contains(cut.alertId())).isTrue();
        assertThat(cut.match() == null).isEqualTo(cancel);
    }

    private static Decision happen(Event event, MemoryBook book) {
        Actor actor = ACTORS.get(event.actor());
        Alerts.Draft draft = alert(event.alert(), event.type(), event.status());
        AlertId id = draft.id();
        return switch (event.kind()) {
            case 0, 1 ->
                book.give(draft.by(actor)
                        .refersTo(alert(event.other(), event.type(), event.status()))
                        .asDraft(event.draft())
                        .submit());
            case 2 -> book.give(edited(draft, event).by(actor).submit());
            case 3 -> book.give(Alerts.submitDraft(id, actor));
            case 4, 5 -> book.give(Alerts.approve(id, actor));
            case 6 -> book.give(Alerts.reject(id, actor));
            case 7 -> book.give(Alerts.giveBack(id, actor));
            default -> pass(event, book, id);
        };
    }

    private static Alerts.Draft edited(Alerts.Draft draft, Event event) {
        return draft.headline("edit " + event.other()).asDraft(event.draft()).edit();
    }

    private static Decision pass(Event event, MemoryBook book, AlertId id) {
        book.pass(Duration.ofMinutes(20L * event.other()));
        book.find(id).ifPresent(record -> book.due(record.id()));
        return book.give(new AlertCommand.Reject(Alerts.commandId(), missing(), Alerts.NOON, Alerts.ADMIN, null));
    }

    private static AlertId missing() {
        return Alerts.alert("never").id();
    }

    private static Alerts.Draft alert(int number, MsgType type, Status status) {
        return Alerts.alert("n" + number)
                .sent(Alerts.NOON.plusSeconds(number))
                .type(type)
                .status(status);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<MsgType> types =
                Arbitraries.of(MsgType.ALERT, MsgType.ALERT, MsgType.UPDATE, MsgType.UPDATE, MsgType.CANCEL);
        Arbitrary<Status> statuses = Arbitraries.of(Status.ACTUAL, Status.ACTUAL, Status.ACTUAL, Status.TEST);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, ACTORS.size() - 1),
                        types,
                        statuses,
                        Arbitraries.of(true, false))
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
