package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.APPROVER;
import static org.carillon.router.lifecycle.Alerts.AUTHOR;
import static org.carillon.router.lifecycle.Alerts.NOON;
import static org.carillon.router.lifecycle.Alerts.alert;
import static org.carillon.router.lifecycle.Alerts.approve;

import java.time.Duration;
import java.util.List;
import org.carillon.router.lifecycle.Alerts.Draft;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Dismiss;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.junit.jupiter.api.Test;

/** When the audience is counted for a preview, and when no longer. */
class PreviewsTest {
    private final MemoryBook book = new MemoryBook();
    private final Draft a = alert("a");

    @Test
    void shouldCountWhomTheCutWouldMatch() {
        // When
        book.done(a.submit());
        Count count = (Count) asked().getFirst();

        // Then
        assertThat(count)
                .isEqualTo(new Count(
                        a.id(),
                        1,
                        new Match("city-alerts", List.of("D01", "D02"), "water", Severity.SEVERE),
                        List.of("sms"),
                        List.of("es", "en"),
                        null));
        book.done(approve(a.id(), APPROVER));
        Cut cut = (Cut) asked().getFirst();
        assertThat(cut.match()).isEqualTo(count.match());
        assertThat(cut.channels()).isEqualTo(count.channels());
        assertThat(cut.languages()).isEqualTo(count.languages());
    }

    @Test
    void shouldSayWhichRenditionsThereAreWhereChannelsDiffer() {
        // When push has no Spanish and nothing plain
        book.done(a.push("en").submit());
        Count count = (Count) asked().getFirst();
        book.done(approve(a.id(), APPROVER));
        Cut cut = (Cut) asked().getFirst();

        // Then
        assertThat(count.channels()).containsExactly("sms", "push");
        assertThat(count.made())
                .containsExactlyInAnyOrder(
                        new Made("sms", "en", ContentFormat.STANDARD),
                        new Made("sms", "en", ContentFormat.PLAIN),
                        new Made("sms", "es", ContentFormat.STANDARD),
                        new Made("sms", "es", ContentFormat.PLAIN),
                        new Made("push", "en", ContentFormat.STANDARD));
        assertThat(cut.made()).isEqualTo(count.made());
        assertThat(cut.languages()).containsExactly("es", "en");
    }

    @Test
    void shouldCountAgainAfterAnEdit() {
        // Given
        book.done(a.submit());
        asked();

        // When
        book.done(Alerts.giveBack(a.id(), APPROVER));
        List<AudienceQuery> returned = asked();
        book.done(alert("a").headline("Boil it well").edit().submit());

        // Then
        assertThat(returned).containsExactly(new Dismiss(a.id(), 1));
        assertThat(asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Count.class, count -> assertThat(count.version()).isEqualTo(2));
    }

    @Test
    void shouldCountAgainWhenItIsSubmittedAsItWas() {
        book.done(a.submit());
        book.done(Alerts.giveBack(a.id(), APPROVER));
        asked();

        book.done(Alerts.submitDraft(a.id(), AUTHOR));

        assertThat(asked()).singleElement().isInstanceOf(Count.class);
    }

    @Test
    void shouldCountWhatIsQuarantined() {
        book.done(
                a.signed(new SignatureCheck(SignatureState.INVALID, null, null)).submit());

        assertThat(asked()).singleElement().isInstanceOf(Count.class);
    }

    @Test
    void shouldAskNothingOfADraftUntilItIsSubmitted() {
        book.done(a.asDraft(true).submit());
        assertThat(asked()).isEmpty();

        book.done(Alerts.submitDraft(a.id(), AUTHOR));

        assertThat(asked()).singleElement().isInstanceOf(Count.class);
    }

    @Test
    void shouldAskNothingWhereTheIndexIsNotAsked() {
        issue();

        book.done(update("clear").responses(ResponseType.ALL_CLEAR).submit());
        book.done(alert("test").status(Status.TEST).submit());

        assertThat(asked()).isEmpty();
    }

    @Test
    void shouldAskOnlyForTheCutWhenADraftIsIssuedAtOnce() {
        // Given
        issue();
        Draft cancel = alert("c")
                .type(MsgType.CANCEL)
                .districts()
                .sent(NOON.plusSeconds(60))
                .refersTo(a);
        book.done(cancel.asDraft(true).submit());
        asked();

        // When
        book.done(Alerts.submitDraft(cancel.id(), AUTHOR));

        // Then
        assertThat(asked()).hasSize(2).noneMatch(Dismiss.class::isInstance).noneMatch(Count.class::isInstance);
    }

    @Test
    void shouldDismissWhatIsRejected() {
        book.done(a.submit());
        asked();

        book.done(Alerts.reject(a.id(), APPROVER));

        assertThat(asked()).containsExactly(new Dismiss(a.id(), 1));
    }

    @Test
    void shouldDismissWhatIsCancelledOrExpiresBeforeItsDecision() {
        // Given
        Draft b = alert("b").expires(NOON.plus(Duration.ofHours(1)));
        book.done(a.submit());
        book.done(b.submit());
        asked();

        // When
        book.done(alert("c")
                .type(MsgType.CANCEL)
                .districts()
                .sent(NOON.plusSeconds(60))
                .refersTo(a)
                .submit());
        List<AudienceQuery> cancelled = asked();
        book.pass(Duration.ofHours(1));
        book.due(b.id());

        // Then
        assertThat(cancelled).contains(new Dismiss(a.id(), 1));
        assertThat(asked()).containsExactly(new Dismiss(b.id(), 1));
    }

    private void issue() {
        book.done(a.submit());
        book.done(approve(a.id(), APPROVER));
        asked();
    }

    private Draft update(String identifier) {
        return alert(identifier).type(MsgType.UPDATE).sent(NOON.plusSeconds(60)).refersTo(a);
    }

    private List<AudienceQuery> asked() {
        return MemoryBook.queries(book.effects());
    }
}
