package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carillon.router.lifecycle.Alerts.AUTHOR;
import static org.carillon.router.lifecycle.Alerts.alert;
import static org.carillon.router.lifecycle.Alerts.approveNaming;

import java.time.Duration;
import java.util.List;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LoggedAlert;
import org.junit.jupiter.api.Test;

class LoneOfficerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final MemoryBook book =
            new MemoryBook(LifecyclePolicy.DEFAULT.withPatience(Duration.ofMinutes(5), PATIENCE));
    private final Alerts.Draft flood = alert("flood").severity(Severity.EXTREME).fromReviewedTemplate();

    @Test
    void shouldIssueAloneWhenNobodyHasAnswered() {
        book.done(flood.submit());
        book.pass(PATIENCE);
        book.effects();

        var alert = book.done(approveNaming(flood.id(), proved(), "D01")).alert();

        assertThat(alert.state()).isEqualTo(AlertState.ISSUED);
        assertThat(alert.reason()).isEqualTo("nobody answers");
        List<Effect> effects = book.effects();
        assertThat(MemoryBook.history(effects))
                .extracting(HistoryEntry::what, HistoryEntry::who)
                .containsExactly(tuple("issued alone", "ana"));
        assertThat(MemoryBook.facts(effects))
                .extracting(fact -> fact.about().orElseThrow())
                .extracting(LoggedAlert::decidedBy, LoggedAlert::reason)
                .containsExactly(tuple(Decider.LONE_OFFICER, "nobody answers"));
    }

    @Test
    void shouldWaitItsTimeAgainAfterAReturn() {
        book.done(flood.submit());
        book.pass(PATIENCE.minusSeconds(1));
        book.done(Alerts.giveBack(flood.id(), Alerts.APPROVER));
        book.done(Alerts.submitDraft(flood.id(), AUTHOR));
        book.pass(Duration.ofSeconds(1));

        assertThat(book.refused(approveNaming(flood.id(), proved(), "D01")).message())
                .contains("approvers have until");
    }

    @Test
    void shouldRefuseWhatThePolicyDoesNotAllow() {
        book.done(flood.submit());
        Alerts.Draft written = alert("written").severity(Severity.EXTREME);
        book.done(written.submit());
        Alerts.Draft severe = alert("severe").fromReviewedTemplate();
        book.done(severe.submit());
        Alerts.Draft unread = alert("unread")
                .severity(Severity.EXTREME)
                .fromReviewedTemplate()
                .unreviewed("es");
        book.done(unread.submit());
        book.pass(PATIENCE);

        for (Alerts.Draft draft : List.of(written, severe, unread)) {
            assertThat(book.refused(approveNaming(draft.id(), proved(), "D01")).message())
                    .contains("reviewed templates");
        }
        assertThat(book.refused(approveNaming(flood.id(), AUTHOR, "D01")).message())
                .contains("second factor");
        assertThat(book.refused(approveNaming(flood.id(), proved())).message()).contains("placeName");
        var silent =
                new AlertCommand.Approve("c", flood.id(), Alerts.NOON, proved(), null, null, List.of(), List.of("D01"));
        assertThat(book.refused(silent).message()).contains("reason");
    }

    @Test
    void shouldBeOffUnlessChosen() {
        MemoryBook strict = new MemoryBook();
        strict.done(flood.submit());
        strict.pass(Duration.ofHours(1));

        assertThat(strict.refused(approveNaming(flood.id(), AUTHOR.withSecondFactor(strict.now()), "D01"))
                        .refusal())
                .isEqualTo(Refusal.FORBIDDEN);
    }

    private Actor proved() {
        return AUTHOR.withSecondFactor(book.now());
    }
}
