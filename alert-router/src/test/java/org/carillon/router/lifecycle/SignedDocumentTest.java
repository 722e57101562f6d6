package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.APPROVER;
import static org.carillon.router.lifecycle.Alerts.SIGNED;
import static org.carillon.router.lifecycle.Alerts.alert;
import static org.carillon.router.lifecycle.Alerts.approve;
import static org.carillon.router.lifecycle.Alerts.signed;

import java.util.List;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.command.Decision.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is published with an alert, and what feeds may do by themselves. */
class SignedDocumentTest {
    private final MemoryBook book = new MemoryBook();

    @Test
    void shouldPublishTheSignedDocumentWithTheApproval() {
        // Given
        book.done(alert("a1").submit());
        book.effects();

        // When
        book.done(signed(approve(alert("a1").id(), APPROVER), alert("a1")));

        // Then
        assertThat(documents()).containsExactly(SIGNED);
    }

    @Test
    void shouldPublishTheSignedDocumentOfWhatIssuesAtOnce() {
        book.done(alert("a1").submit());
        book.effects();
        Alerts.Draft cancel = alert("c1").type(MsgType.CANCEL).refersTo(alert("a1"));

        book.done(signed(cancel.submit(), cancel));

        assertThat(documents()).containsExactly(cancel.document(), SIGNED);
    }

    @Test
    void shouldKeepASignedDocumentBackWhenNothingIsIssued() {
        Alerts.Draft draft = alert("a1");

        book.done(signed(draft.submit(), draft));

        assertThat(documents()).containsExactly(draft.document());
    }

    @Test
    void shouldRefuseToPublishAnotherDocumentThanTheOneThatStands() {
        // Given
        book.done(alert("a1").submit());
        book.done(Alerts.giveBack(alert("a1").id(), APPROVER));
        book.done(alert("a1").headline("Boil all water").edit().submit());
        book.effects();

        // When
        Decision.Refused refused = book.refused(signed(approve(alert("a1").id(), APPROVER), alert("a1")));

        // Then
        assertThat(refused.refusal()).isEqualTo(Refusal.CONFLICT);
        assertThat(book.effects()).isEmpty();
        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldSayThatThereIsNoAlertToSign() {
        assertThat(book.refused(signed(approve(alert("a1").id(), APPROVER), alert("a1")))
                        .refusal())
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void shouldAskForASecondPersonForWhatAFeedBrings() {
        assertThat(state(alert("a1").source(feed(false, null)))).isEqualTo(AlertState.PENDING_APPROVAL);
        Alerts.Draft cancel = alert("c1").type(MsgType.CANCEL).refersTo(alert("a1"));
        assertThat(state(cancel.source(feed(false, null)))).isEqualTo(AlertState.PENDING_APPROVAL);
        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldTellOnceOfACancelThatCameTwoWays() {
        // Given
        book.done(alert("a1").submit());
        book.done(approve(alert("a1").id(), APPROVER));
        Alerts.Draft brought = alert("c1").type(MsgType.CANCEL).refersTo(alert("a1"));
        assertThat(state(brought.source(feed(false, null)))).isEqualTo(AlertState.PENDING_APPROVAL);
        book.done(alert("c2").type(MsgType.CANCEL).refersTo(alert("a1")).submit());

        // When
        Decision.Refused refused = book.refused(approve(brought.id(), APPROVER));

        // Then
        assertThat(refused.refusal()).isEqualTo(Refusal.CONFLICT);
        assertThat(book.refused(alert("c3")
                                .type(MsgType.CANCEL)
                                .refersTo(alert("a1"))
                                .source(feed(true, null))
                                .by(Alerts.PARTNER)
                                .submit())
                        .refusal())
                .isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldLetATrustedFeedCancelWhatAnOfficerHasPublished() {
        book.done(alert("a1").submit());
        book.done(approve(alert("a1").id(), APPROVER));
        Alerts.Draft cancel = alert("c1").type(MsgType.CANCEL).refersTo(alert("a1"));

        assertThat(state(cancel.source(feed(true, null)))).isEqualTo(AlertState.ISSUED);
        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void shouldIssueWhatATrustedFeedBrings() {
        assertThat(state(alert("a1").source(feed(true, null)))).isEqualTo(AlertState.ISSUED);
        assertThat(state(alert("a2").unreviewed("es").source(feed(true, null)))).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldQuarantineWhatTheReaderOfAFeedSuspects() {
        assertThat(state(alert("a1").source(feed(true, "the year is 2568")))).isEqualTo(AlertState.QUARANTINED);
        assertThat(book.record(alert("a1").id()).alert().reason()).contains("2568");
        assertThat(book.refused(approve(alert("a1").id(), APPROVER)).refusal()).isEqualTo(Refusal.UNPROCESSABLE);
    }

    private AlertState state(Alerts.Draft draft) {
        return book.done(draft.by(Alerts.PARTNER).submit()).alert().state();
    }

    private static AlertSource feed(boolean trusted, @Nullable String suspicion) {
        return new AlertSource("met-office", trusted, suspicion, List.of());
    }

    private List<CapBytes> documents() {
        return book.effects().stream()
                .filter(Effect.PutDocument.class::isInstance)
                .map(effect -> ((Effect.PutDocument) effect).document())
                .toList();
    }
}
