package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.AUDITOR;
import static org.carillon.router.lifecycle.Alerts.NOON;
import static org.carillon.router.lifecycle.Alerts.PARTNER;
import static org.carillon.router.lifecycle.Alerts.alert;

import java.time.Duration;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.rendition.RenditionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionTest {
    private final MemoryBook book = new MemoryBook();

    @Test
    void shouldAskForASecondPersonWhenActualAndPublic() {
        // When
        Decision.Done done = book.done(alert("a1").submit());
        var effects = book.effects();

        // Then
        assertThat(done.alert().state()).isEqualTo(AlertState.PENDING_APPROVAL);
        assertThat(done.alert().author()).isEqualTo("ana");
        assertThat(done.alert().version()).isEqualTo(1);
        assertThat(MemoryBook.queries(effects)).hasOnlyElementsOfType(AudienceQuery.Count.class);
        assertThat(MemoryBook.gate(effects)).isEmpty();
        assertThat(effects).anyMatch(Effect.PutDocument.class::isInstance);
        assertThat(effects).filteredOn(Effect.PutRendition.class::isInstance).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "ACTUAL", mode = EnumSource.Mode.EXCLUDE)
    void shouldRecordButNeverCutWhatIsNotActual(Status status) {
        Decision.Done done = book.done(alert("a1").status(status).districts().submit());

        assertThat(done.alert().state()).isEqualTo(AlertState.ISSUED);
        assertThat(done.alert().inForce(NOON)).isFalse();
        assertThat(MemoryBook.queries(book.effects())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Scope.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void shouldRecordButNeverCutWhatIsNotPublic(Scope scope) {
        assertThat(book.done(alert("a1").scope(scope).submit()).alert().state()).isEqualTo(AlertState.ISSUED);
        assertThat(MemoryBook.queries(book.effects())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MsgType.class,
            names = {"ACK", "ERROR"})
    void shouldRecordAcknowledgements(MsgType type) {
        assertThat(book.done(alert("a1").type(type).submit()).alert().state()).isEqualTo(AlertState.ISSUED);
        assertThat(MemoryBook.queries(book.effects())).isEmpty();
    }

    @Test
    void shouldTakeTheSameContentTwiceAsOne() {
        book.done(alert("a1").submit());
        book.effects();

        Decision.Done again = book.done(alert("a1").submit());

        assertThat(again.repeated()).isTrue();
        assertThat(book.effects()).isEmpty();
    }

    @Test
    void shouldRefuseOtherContentUnderTheSameName() {
        book.done(alert("a1").submit());

        assertThat(book.refused(alert("a1").headline("Do not boil").submit()).refusal())
                .isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void shouldKnowARepeatUnderOneIdempotencyKeyByItsIdentifier() {
        book.done(alert("a1").keyed().submit());
        book.effects();

        Decision.Done again =
                book.done(alert("a1").keyed().sent(NOON.plusSeconds(7)).submit());

        assertThat(again.repeated()).isTrue();
        assertThat(again.alert().id()).isEqualTo(alert("a1").id());
        assertThat(book.effects()).isEmpty();
    }

    @Test
    void shouldGiveARepeatedCommandTheSameDecision() {
        AlertCommand.Submit command = alert("a1").submit();
        Decision first = book.give(command);
        book.effects();

        assertThat(book.give(command)).isEqualTo(first);
        assertThat(book.effects()).isEmpty();
    }

    @Test
    void shouldRefuseWithoutTheRole() {
        assertThat(book.refused(alert("a1").by(AUDITOR).submit()).refusal()).isEqualTo(Refusal.FORBIDDEN);
    }

    @Test
    void shouldRefuseWithoutADistrict() {
        assertThat(book.refused(alert("a1").districts().submit()).message()).contains("never means everyone");
        assertThat(book.effects()).isEmpty();
    }

    @Test
    void shouldRefuseWhatHasExpired() {
        assertThat(book.refused(alert("a1").expires(NOON).submit()).refusal()).isEqualTo(Refusal.UNPROCESSABLE);
    }

    @Test
    void shouldRefuseRenditionsThatAreNotThoseOfTheDigest() {
        assertThat(book.refused(alert("a1").renditionsDigest("other").submit()).refusal())
                .isEqualTo(Refusal.UNPROCESSABLE);
    }

    @Test
    void shouldIssueASignedPartnersAlertAtOnce() {
        var valid = new SignatureCheck(SignatureState.VALID, "CN=Met Office", null);

        assertThat(book.done(alert("a1").by(PARTNER).signed(valid).submit())
                        .alert()
                        .state())
                .isEqualTo(AlertState.ISSUED);
        assertThat(MemoryBook.queries(book.effects())).hasSize(1);
    }

    @Test
    void shouldAskForASecondPersonWhenAPartnersLanguageIsUnreviewed() {
        var valid = new SignatureCheck(SignatureState.VALID, "CN=Met Office", null);

        assertThat(book.done(alert("a1")
                                .by(PARTNER)
                                .signed(valid)
                                .unreviewed("es")
                                .submit())
                        .alert()
                        .state())
                .isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldQuarantineAnInvalidSignatureEvenOfACancel() {
        var invalid = new SignatureCheck(SignatureState.INVALID, null, null);
        book.done(alert("a1").submit());

        Decision.Done done = book.done(alert("c1")
                .type(MsgType.CANCEL)
                .refersTo(alert("a1"))
                .signed(invalid)
                .submit());

        assertThat(done.alert().state()).isEqualTo(AlertState.QUARANTINED);
        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.PENDING_APPROVAL);
    }

    @Test
    void shouldReplaceTheRenditionsWhenADraftIsEdited() {
        // Given
        book.done(alert("a1").asDraft(true).submit());
        book.effects();

        // When
        Decision.Done edited = book.done(
                alert("a1").headline("Boil all water").asDraft(true).edit().submit());
        var effects = book.effects();

        // Then
        assertThat(edited.alert().version()).isEqualTo(2);
        assertThat(edited.alert().state()).isEqualTo(AlertState.DRAFT);
        assertThat(effects)
                .contains(new Effect.PutRendition(
                        new RenditionKey(alert("a1").id(), 1, "sms", "en", ContentFormat.PLAIN), null));
    }

    @Test
    void shouldRefuseAnEditByAnother() {
        book.done(alert("a1").asDraft(true).submit());

        assertThat(book.refused(alert("a1").by(Alerts.ADMIN).edit().submit()).refusal())
                .isEqualTo(Refusal.FORBIDDEN);
    }

    @Test
    void shouldRefuseAnEditOfWhatIsPending() {
        book.done(alert("a1").submit());

        assertThat(book.refused(alert("a1").headline("x").edit().submit()).refusal())
                .isEqualTo(Refusal.CONFLICT);
        assertThat(book.refused(alert("a2").edit().submit()).refusal()).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void shouldPassAReturnedAlertOnAgain() {
        book.done(alert("a1").submit());
        book.done(Alerts.giveBack(alert("a1").id(), Alerts.APPROVER));

        Decision.Done again = book.done(alert("a1").headline("Boil it").edit().submit());

        assertThat(again.alert().state()).isEqualTo(AlertState.PENDING_APPROVAL);
        assertThat(again.alert().version()).isEqualTo(2);
    }

    @Test
    void shouldExpireAtItsSecond() {
        book.done(alert("a1").submit());
        book.done(Alerts.approve(alert("a1").id(), Alerts.APPROVER));
        book.effects();

        book.pass(Duration.ofHours(6).minusMillis(1));
        book.due(alert("a1").id());
        assertThat(book.effects()).isEmpty();

        book.pass(Duration.ofMillis(1));
        book.due(alert("a1").id());
        var effects = book.effects();
        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.EXPIRED);
        assertThat(MemoryBook.gate(effects)).hasSize(1);
        assertThat(MemoryBook.queries(effects)).hasSize(1);
        assertThat(MemoryBook.history(effects))
                .singleElement()
                .satisfies(entry -> assertThat(entry.who()).isEqualTo("hub"));
    }

    @Test
    void shouldExpireWhatIsPendingWithoutTellingChannels() {
        book.done(alert("a1").submit());
        book.effects();
        book.pass(Duration.ofHours(6));

        book.due(alert("a1").id());

        assertThat(book.record(alert("a1").id()).state()).isEqualTo(AlertState.EXPIRED);
        var effects = book.effects();
        assertThat(MemoryBook.gate(effects)).isEmpty();
        assertThat(MemoryBook.queries(effects))
                .containsExactly(new AudienceQuery.Dismiss(alert("a1").id(), 1));
    }
}
