package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.APPROVER;
import static org.carillon.router.lifecycle.Alerts.AUTHOR;
import static org.carillon.router.lifecycle.Alerts.NOON;
import static org.carillon.router.lifecycle.Alerts.SENDER;
import static org.carillon.router.lifecycle.Alerts.alert;
import static org.carillon.router.lifecycle.Alerts.approve;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.carillon.router.lifecycle.Alerts.Draft;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Withdraw;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.delivery.GateEntry;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private final MemoryBook book = new MemoryBook();
    private final Draft a = alert("a");
    private final Draft b = update("b", 1).refersTo(a);

    @Test
    void shouldWithdrawThenCutForThoseReachedWhenCancelled() {
        // Given
        issue(a);
        book.effects();

        // When
        Draft cancel = cancel("c", 1).refersTo(a);
        book.done(cancel.submit());
        var effects = book.effects();

        // Then
        assertThat(book.record(a.id()).alert().endedBy()).isEqualTo(cancel.id());
        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
        assertThat(MemoryBook.gate(effects))
                .containsExactly(new GateEntry.AlertWithdrawn(a.id(), "cancelled", book.now()));
        List<AudienceQuery> queries = MemoryBook.queries(effects);
        assertThat(queries).hasSize(2);
        assertThat(queries.get(0)).isInstanceOf(Withdraw.class);
        assertThat(queries.get(1)).isInstanceOfSatisfying(Cut.class, cut -> {
            assertThat(cut.match()).isNull();
            assertThat(cut.follows()).containsExactly(a.id());
        });
    }

    @Test
    void shouldSupersedeOnlyWhenTheUpdateIsApproved() {
        issue(a);
        book.done(b.submit());
        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
        book.effects();

        book.done(approve(b.id(), APPROVER));

        assertThat(state(a)).isEqualTo(AlertState.SUPERSEDED);
        Cut cut = cut();
        assertThat(cut.match()).isNotNull();
        assertThat(cut.follows()).containsExactly(a.id());
    }

    @Test
    void shouldSendAnAllClearToNobodyNew() {
        issue(a);
        issue(b.responses(ResponseType.ALL_CLEAR));

        Cut cut = cut();
        assertThat(cut.match()).isNull();
        assertThat(cut.follows()).containsExactly(a.id());
    }

    @Test
    void shouldFollowTheWholeChain() {
        issue(a);
        issue(b);
        book.effects();

        book.done(cancel("c", 2).refersTo(b).submit());

        assertThat(state(b)).isEqualTo(AlertState.CANCELLED);
        assertThat(state(a)).isEqualTo(AlertState.SUPERSEDED);
        assertThat(cut().follows()).containsExactlyInAnyOrder(a.id(), b.id());
    }

    @Test
    void shouldCancelWhatHasTakenThePlaceOfTheAlertNamed() {
        issue(a);
        issue(b);

        book.done(cancel("c", 2).refersTo(a).submit());

        assertThat(state(b)).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldNotLetALateUpdateEndANewerOne() {
        issue(a);
        issue(update("b2", 5).refersTo(a));

        issue(b);

        assertThat(state(update("b2", 5))).isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldFindTheReferenceInAnotherZoneOrASecondOff() {
        issue(a);

        book.done(cancel("c", 1)
                .refersTo(SENDER, "a", OffsetDateTime.parse("2026-01-01T04:00:01-08:00"))
                .submit());

        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldChooseTheNearestOfThoseWithOneIdentifier() {
        Draft later = alert("a").sent(NOON.plusSeconds(600)).headline("later");
        issue(a);
        issue(later);
        assertThat(state(a)).as("the same identifier again replaces").isEqualTo(AlertState.SUPERSEDED);

        book.done(cancel("c", 20).refersTo(later).submit());

        assertThat(state(later)).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldIgnoreAReferenceToItself() {
        Draft self = update("s", 1);
        issue(self.refersTo(update("s", 1)));

        assertThat(cut().follows()).isEmpty();
    }

    @Test
    void shouldCancelWhatIsPendingAndTellNobody() {
        book.done(a.submit());

        book.done(cancel("c", 1).refersTo(a).submit());

        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
        assertThat(cut().follows()).isEmpty();
        assertThat(book.refused(approve(a.id(), APPROVER)).refusal()).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldNotSendALateOriginalWhoseCancelCameBefore() {
        // Given
        book.done(cancel("c", 1).refersTo(a).submit());
        book.effects();

        // When
        var done = book.done(a.submit());

        // Then
        assertThat(done.alert().state()).isEqualTo(AlertState.CANCELLED);
        assertThat(done.alert().reason()).contains(cancel("c", 1).id().value());
        assertThat(MemoryBook.queries(book.effects())).isEmpty();
    }

    @Test
    void shouldNotSendALateOriginalWhoseUpdateCameBefore() {
        issue(b);

        assertThat(book.done(a.submit()).alert().state()).isEqualTo(AlertState.SUPERSEDED);
    }

    @Test
    void shouldSendANewAlertUnderAnIdentifierThatWasCancelledBefore() {
        book.done(cancel("c", 1).refersTo(a).submit());

        assertThat(book.done(alert("a").sent(NOON.plusSeconds(3600)).submit())
                        .alert()
                        .state())
                .isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldDeliverAnUpdateOfTheUnknownAsNew() {
        issue(b);

        Cut cut = cut();
        assertThat(cut.match()).isNotNull();
        assertThat(cut.follows()).isEmpty();
    }

    @Test
    void shouldLetOnlyTheSenderCancel() {
        issue(a);

        var refused = book.refused(
                cancel("c", 1).sender("fire@city.example").refersTo(a).submit());

        assertThat(refused.refusal()).isEqualTo(Refusal.UNPROCESSABLE);
        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldNotStoreACancelOfAnothersUnknownMessage() {
        assertThat(book.refused(cancel("c", 1)
                                .sender("fire@city.example")
                                .refersTo(a)
                                .submit())
                        .refusal())
                .isEqualTo(Refusal.UNPROCESSABLE);
        assertThat(book.done(a.submit()).alert().state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldNotEndWhatANewAlertMerelyMentions() {
        issue(a);
        issue(alert("n").sent(NOON.plusSeconds(60)).refersTo(a));

        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
        assertThat(cut().follows()).isEmpty();
    }

    @Test
    void shouldNotLetAnExerciseEndAnActualAlert() {
        issue(a);

        book.done(cancel("c", 1).status(Status.EXERCISE).refersTo(a).submit());

        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldCorrectWithoutASecondPersonForAnHour() {
        issue(a);
        book.effects();
        book.pass(Duration.ofMinutes(60));

        book.done(update("x", 60).correction().refersTo(a).by(AUTHOR).submit());

        assertThat(state(a)).isEqualTo(AlertState.SUPERSEDED);
        assertThat(cut().match()).isNull();
    }

    @Test
    void shouldRefuseACorrectionAfterTheHour() {
        issue(a);
        book.pass(Duration.ofMinutes(60).plusMillis(1));

        assertThat(book.refused(update("x", 60).correction().refersTo(a).submit())
                        .message())
                .contains("60 minutes");
        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldKeepWhoWasReachedUntilTheLastOfTheChainIsLongOver() {
        issue(a);
        book.effects();
        Instant longer = NOON.plus(Duration.ofDays(2));

        issue(b.expires(longer));

        assertThat(MemoryBook.queries(book.effects()))
                .filteredOn(Withdraw.class::isInstance)
                .singleElement()
                .isEqualTo(new Withdraw(a.id(), book.now(), longer.plus(Duration.ofDays(1))));
    }

    private void issue(Draft draft) {
        book.done(draft.submit());
        book.done(approve(draft.id(), APPROVER));
    }

    private AlertState state(Draft draft) {
        return book.record(draft.id()).state();
    }

    private Cut cut() {
        return MemoryBook.queries(book.effects()).stream()
                .filter(Cut.class::isInstance)
                .map(Cut.class::cast)
                .toList()
                .getLast();
    }

    private static Draft update(String identifier, int minutes) {
        return alert(identifier).type(MsgType.UPDATE).sent(NOON.plus(Duration.ofMinutes(minutes)));
    }

    private static Draft cancel(String identifier, int minutes) {
        return alert(identifier).type(MsgType.CANCEL).districts().sent(NOON.plus(Duration.ofMinutes(minutes)));
    }
}
