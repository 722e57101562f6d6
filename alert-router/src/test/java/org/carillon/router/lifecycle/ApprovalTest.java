package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.ADMIN;
import static org.carillon.router.lifecycle.Alerts.APPROVER;
import static org.carillon.router.lifecycle.Alerts.AUTHOR;
import static org.carillon.router.lifecycle.Alerts.NOON;
import static org.carillon.router.lifecycle.Alerts.PARTNER;
import static org.carillon.router.lifecycle.Alerts.alert;
import static org.carillon.router.lifecycle.Alerts.approve;
import static org.carillon.router.lifecycle.Alerts.approveNaming;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private final MemoryBook book = new MemoryBook();
    private final AlertId id = alert("a1").id();

    @BeforeEach
    void submit() {
        book.done(alert("a1").submit());
        book.effects();
    }

    @Test
    void shouldIssueAndCutWhenASecondPersonApproves() {
        // When
        var alert = book.done(approve(id, APPROVER)).alert();

        // Then
        assertThat(alert.state()).isEqualTo(AlertState.ISSUED);
        assertThat(alert.decidedBy()).isEqualTo("ben");
        assertThat(alert.issuedAt()).isEqualTo(NOON);
        assertThat(MemoryBook.queries(book.effects()))
                .containsExactly(
                        new AudienceQuery.Cut(
                                id,
                                1,
                                Lane.URGENT,
                                Severity.SEVERE,
                                new AudienceQuery.Match("city-alerts", List.of("D01", "D02"), "water", Severity.SEVERE),
                                List.of(),
                                List.of("sms"),
                                List.of("es", "en"),
                                List.of(ContentFormat.STANDARD, ContentFormat.PLAIN),
                                null,
                                NOON,
                                NOON.plus(Duration.ofHours(6))),
                        new AudienceQuery.Dismiss(id, 1));
    }

    @Test
    void shouldForbidTheAuthorWhateverRolesTheyHave() {
        Actor both = new Actor("ana", Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN));

        var refused = book.refused(approve(id, both));

        assertThat(refused.refusal()).isEqualTo(Refusal.FORBIDDEN);
        assertThat(refused.message()).contains("a second person must approve");
        assertThat(book.effects()).isEmpty();
    }

    @Test
    void shouldForbidWithoutTheRole() {
        Actor other = new Actor("eve", Set.of(Role.AUTHOR, Role.AUDITOR));

        assertThat(book.refused(approve(id, other)).refusal()).isEqualTo(Refusal.FORBIDDEN);
        assertThat(book.refused(approve(id, PARTNER)).refusal()).isEqualTo(Refusal.FORBIDDEN);
    }

    @Test
    void shouldSayWhoDecidedBefore() {
        book.done(approve(id, APPROVER));

        var refused = book.refused(approve(id, ADMIN));

        assertThat(refused.refusal()).isEqualTo(Refusal.CONFLICT);
        assertThat(refused.message()).contains("issued").contains("ben");
    }

    @Test
    void shouldNotIssueWhatTheApproverHasNotSeen() {
        var approve = new AlertCommand.Approve("c1", id, NOON, APPROVER, null, "another digest", List.of());

        assertThat(book.refused(approve).refusal()).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldAskForEachUnreviewedLanguageByName() {
        book.done(alert("a2").unreviewed("es", "en").submit());
        AlertId unreviewed = alert("a2").id();

        assertThat(book.refused(approve(unreviewed, APPROVER, "en")).message())
                .contains("es")
                .doesNotContain("en,");
        assertThat(book.done(approve(unreviewed, APPROVER, "en", "es")).alert().acknowledgedUnreviewed())
                .containsExactly("es", "en");
    }

    @Test
    void shouldNotIssueWhatExpiredMeanwhile() {
        book.pass(Duration.ofHours(6));

        assertThat(book.refused(approve(id, APPROVER)).refusal()).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldSayThatThereIsNoSuchAlert() {
        assertThat(book.refused(approve(alert("a9").id(), APPROVER)).refusal()).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void shouldRejectForGood() {
        var alert = book.done(Alerts.reject(id, APPROVER)).alert();

        assertThat(alert.state()).isEqualTo(AlertState.REJECTED);
        assertThat(alert.reason()).isEqualTo("wrong district");
        assertThat(book.refused(approve(id, ADMIN)).refusal()).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldLetAnAuthorWithdrawButNotAnotherAuthorReject() {
        assertThat(book.refused(Alerts.reject(id, new Actor("eve", Set.of(Role.AUTHOR))))
                        .refusal())
                .isEqualTo(Refusal.FORBIDDEN);
        assertThat(book.done(Alerts.reject(id, AUTHOR)).alert().state()).isEqualTo(AlertState.REJECTED);
    }

    @Test
    void shouldReturnToItsAuthorWhoAsksAgain() {
        book.done(Alerts.giveBack(id, APPROVER));
        assertThat(book.record(id).state()).isEqualTo(AlertState.RETURNED);
        assertThat(book.refused(approve(id, APPROVER)).refusal()).isEqualTo(Refusal.CONFLICT);
        assertThat(book.refused(Alerts.submitDraft(id, APPROVER)).refusal()).isEqualTo(Refusal.FORBIDDEN);

        book.done(Alerts.submitDraft(id, AUTHOR));
        assertThat(book.record(id).state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldIssueADraftedCancelThroughAllStates() {
        book.done(approve(id, APPROVER));
        var cancel = alert("c1").type(MsgType.CANCEL).refersTo(alert("a1")).asDraft(true);
        book.done(cancel.submit());
        book.effects();

        book.done(Alerts.submitDraft(cancel.id(), AUTHOR));

        assertThat(MemoryBook.history(book.effects()))
                .extracting(entry -> entry.alertId().equals(id) ? "a1 " + entry.to() : "c1 " + entry.to())
                .containsExactly("c1 PENDING_APPROVAL", "a1 CANCELLED", "c1 ISSUED");
    }

    @Test
    void shouldNotApproveAnExtremeAlertForAnotherPlaceThanIsTyped() {
        AlertId extreme = alert("x").severity(Severity.EXTREME).id();
        book.done(alert("x").severity(Severity.EXTREME).submit());

        assertThat(book.refused(approveNaming(extreme, APPROVER, "D03")).message())
                .contains("map");
        assertThat(book.refused(approveNaming(extreme, APPROVER, "D01", "D03")).refusal())
                .isEqualTo(Refusal.UNPROCESSABLE);
        assertThat(book.done(approveNaming(extreme, APPROVER, "D02")).alert().state())
                .isEqualTo(AlertState.ISSUED);
    }

    @Test
    void shouldNotRejectOrReturnWithoutAReason() {
        var reject = new AlertCommand.Reject("c1", id, NOON, APPROVER, " ");
        var giveBack = new AlertCommand.Return("c2", id, NOON, APPROVER, null);

        assertThat(book.refused(reject).refusal()).isEqualTo(Refusal.UNPROCESSABLE);
        assertThat(book.refused(giveBack).refusal()).isEqualTo(Refusal.UNPROCESSABLE);
        assertThat(book.record(id).state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldCountTheWaitFromTheLastSubmission() {
        book.done(Alerts.giveBack(id, APPROVER));
        book.pass(Duration.ofMinutes(7));

        assertThat(book.done(Alerts.submitDraft(id, AUTHOR)).alert().submittedAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(7)));
    }
}
