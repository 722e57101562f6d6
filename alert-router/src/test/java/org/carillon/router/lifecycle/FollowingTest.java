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
import java.util.Map;
import java.util.Set;
import org.carillon.router.lifecycle.Alerts.Draft;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Withdraw;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.delivery.GateEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        book.done(update("x", 60).correction().refersTo(a).by(proved()).submit());

        assertThat(state(a)).isEqualTo(AlertState.SUPERSEDED);
        assertThat(cut().match()).isNull();
    }

    @Test
    void shouldRefuseACorrectionAfterTheHour() {
        issue(a);
        book.pass(Duration.ofMinutes(60).plusMillis(1));

        assertThat(book.refused(update("x", 60)
                                .correction()
                                .refersTo(a)
                                .by(proved())
                                .submit())
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

    @Test
    void shouldCorrectOnlyWithASecondFactorThatWasJustGiven() {
        issue(a);
        Draft correction = cancel("x", 1).correction().refersTo(a);

        assertThat(book.refused(correction.by(AUTHOR).submit()).refusal()).isEqualTo(Refusal.FORBIDDEN);
        Actor stale = AUTHOR.withSecondFactor(book.now());
        book.pass(Duration.ofMinutes(11));
        assertThat(book.refused(correction.by(stale).submit()).message()).contains("second factor");
        Actor ahead = AUTHOR.withSecondFactor(book.now().plus(Duration.ofMinutes(2)));
        assertThat(book.refused(correction.by(ahead).submit()).refusal()).isEqualTo(Refusal.FORBIDDEN);
        Actor partner = Alerts.PARTNER.withSecondFactor(book.now());
        assertThat(book.refused(correction.by(partner).submit()).refusal()).isEqualTo(Refusal.FORBIDDEN);

        book.done(correction
                .by(Alerts.APPROVER.withSecondFactor(book.now()))
                .because("wrong city")
                .submit());
        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
        assertThat(book.record(correction.id()).alert().reason()).isEqualTo("wrong city");
        assertThat(cut().match()).isNull();
    }

    @Test
    void shouldTellTheSecondOfTwoWhoTakeItBack() {
        issue(a);
        book.done(cancel("c1", 1).refersTo(a).because("pipe is mended").submit());
        book.effects();

        var cancel = book.refused(cancel("c2", 1).refersTo(a).submit());
        var correction = book.refused(
                cancel("c3", 1).correction().refersTo(a).by(proved()).submit());

        assertThat(List.of(cancel.refusal(), correction.refusal())).containsOnly(Refusal.CONFLICT);
        assertThat(book.effects()).as("nobody is told twice").isEmpty();
    }

    @Test
    void shouldTellNobodyTwiceOfAnAlertThatHadExpired() {
        issue(a);
        book.pass(Duration.ofHours(6));
        book.due(a.id());
        book.done(cancel("c1", 400).refersTo(a).submit());
        assertThat(state(a)).isEqualTo(AlertState.EXPIRED);
        assertThat(book.record(a.id()).alert().endedBy())
                .isEqualTo(cancel("c1", 400).id());

        assertThat(book.refused(cancel("c2", 399).refersTo(a).submit()).refusal())
                .isEqualTo(Refusal.CONFLICT);
        assertThat(book.refused(cancel("c3", 401).refersTo(a).submit()).refusal())
                .isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldNotUpdateWhatWasCancelledMeanwhile() {
        issue(a);
        book.done(b.submit());
        book.pass(Duration.ofMinutes(2));
        book.done(cancel("c", 2).refersTo(a).submit());

        assertThat(book.refused(approve(b.id(), APPROVER)).message()).contains("cancelled meanwhile");
        assertThat(book.refused(update("b2", 2).refersTo(a).at(book.now()).submit())
                        .refusal())
                .isEqualTo(Refusal.CONFLICT);
        book.pass(Duration.ofSeconds(1));
        assertThat(book.done(update("b3", 3).refersTo(a).at(book.now()).submit())
                        .alert()
                        .state())
                .as("who knows of the end may begin anew")
                .isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldEndTheUpdateOfTheSameSecond() {
        issue(a);
        issue(b);

        book.done(cancel("c", 1).refersTo(a).submit());

        assertThat(state(b)).isEqualTo(AlertState.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-11T17:51:09-08:00, 2025-11-12T01:51:09+00:00",
        "2025-11-24T14:12:12+08:00, 2025-11-24T14:12:13+08:00",
        "2026-05-28T11:00:02-00:00, 2026-05-28T12:00:02+01:00"
    })
    void shouldFindWhatRealMessagesReferTo(OffsetDateTime sent, OffsetDateTime reference) {
        Draft original = alert("real").sent(sent.toInstant());
        issue(original);

        book.done(alert("its cancel")
                .type(MsgType.CANCEL)
                .districts()
                .sent(sent.toInstant().plusSeconds(300))
                .refersTo(SENDER, "real", reference)
                .submit());

        assertThat(state(original)).isEqualTo(AlertState.CANCELLED);
        assertThat(cut().follows()).containsExactly(original.id());
    }

    @Test
    void shouldLetADelegateCancel() {
        MemoryBook delegating =
                new MemoryBook(LifecyclePolicy.DEFAULT.withActsFor(Map.of("civil@city.example", Set.of(SENDER))));
        delegating.done(a.submit());
        delegating.done(approve(a.id(), APPROVER));

        delegating.done(cancel("c", 1).sender("civil@city.example").refersTo(a).submit());

        assertThat(delegating.record(a.id()).state()).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldAskASecondPersonBeforeAPartnerEndsWhatOthersPublished() {
        issue(a);

        var done = book.done(cancel("c", 1).refersTo(a).by(Alerts.PARTNER).submit());

        assertThat(done.alert().state()).isEqualTo(AlertState.PENDING_APPROVAL);
        assertThat(state(a)).isEqualTo(AlertState.ISSUED);
        book.done(approve(done.alertId(), APPROVER));
        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldLetAPartnerCancelInItsOwnName() {
        issue(a);
        Actor own = new Actor("waterworks", Set.of(Role.PARTNER), SENDER, null);

        book.done(cancel("c", 1).refersTo(a).by(own).submit());

        assertThat(state(a)).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldNotSayUnreadTextsWhenItTakesBack() {
        issue(a);
        Draft cancel = cancel("c", 1).refersTo(a).unreviewed("es");

        assertThat(book.done(cancel.submit()).alert().state()).isEqualTo(AlertState.PENDING_APPROVAL);
        assertThat(book.refused(approve(cancel.id(), APPROVER)).message()).contains("es");

        Draft correction =
                cancel("x", 1).correction().refersTo(a).unreviewed("es").by(proved());
        assertThat(book.refused(correction.submit()).message()).contains("acknowledgeUnreviewed");
        assertThat(book.done(correction.acknowledging("es").submit()).alert().acknowledgedUnreviewed())
                .containsExactly("es");
    }

    @Test
    void shouldTakeBackInTheLanguagesThatWereAcknowledgedBefore() {
        book.done(a.unreviewed("es").submit());
        book.done(approve(a.id(), APPROVER, "es"));

        assertThat(book.done(cancel("c", 1).refersTo(a).unreviewed("es").submit())
                        .alert()
                        .state())
                .isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldSayWhyInTheHistoryOfBoth() {
        issue(a);
        book.effects();

        book.done(cancel("c", 1).refersTo(a).because("pipe is mended").submit());

        assertThat(MemoryBook.history(book.effects()))
                .extracting(HistoryEntry::reason)
                .containsExactly("by " + cancel("c", 1).id() + ": pipe is mended", "pipe is mended");
    }

    /** The author, who has just given the second factor. */
    private Actor proved() {
        return AUTHOR.withSecondFactor(book.now());
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
