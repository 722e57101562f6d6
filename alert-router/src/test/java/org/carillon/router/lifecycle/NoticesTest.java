package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.lifecycle.Alerts.APPROVER;
import static org.carillon.router.lifecycle.Alerts.AUTHOR;
import static org.carillon.router.lifecycle.Alerts.NOON;
import static org.carillon.router.lifecycle.Alerts.alert;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {
    private static final Duration PATIENCE = LifecyclePolicy.DEFAULT.deputiesAfter();

    private final MemoryBook book =
            new MemoryBook(LifecyclePolicy.DEFAULT.withTesters(List.of(contact(91), contact(92))));
    private final Alerts.Draft a = alert("a");

    @BeforeEach
    void officers() {
        book.add(officer("ana", 1, false, Role.AUTHOR));
        book.add(officer("ben", 2, false, Role.APPROVER));
        book.add(officer("cleo", 3, true, Role.ADMIN));
        book.add(officer("dora", 4, false, Role.AUDITOR));
        book.add(account("eve", true, null, Role.APPROVER));
        book.add(account("finn", false, new Duty(contact(6), false), Role.APPROVER));
    }

    @Test
    void shouldTellApproversAtOnce() {
        book.done(a.submit());

        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.contact()).isEqualTo(contact(2));
            assertThat(notice.purpose()).isEqualTo(Duty.PURPOSE);
            assertThat(notice.key()).isEqualTo(ReplyKey.OFFICER);
            assertThat(notice.areas()).containsExactly("D01", "D02");
            assertThat(notice.args())
                    .containsAllEntriesOf(Map.of(
                            "kind",
                            "approval",
                            "event",
                            "Water",
                            "severity",
                            "Severe",
                            "by",
                            "ana",
                            "since",
                            NOON.toString()));
        });
    }

    @Test
    void shouldTellDeputiesOnceWhenNobodyAnswers() {
        book.done(a.submit());
        notices();

        book.pass(PATIENCE.minusMillis(1));
        book.due(a.id());
        assertThat(notices()).isEmpty();
        book.pass(Duration.ofMillis(1));
        book.due(a.id());
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.contact()).isEqualTo(contact(3));
            assertThat(notice.args()).containsEntry("kind", "deputy").containsEntry("minutes", "5");
        });
        book.due(a.id());
        assertThat(notices()).isEmpty();
    }

    @Test
    void shouldTellThemAgainUnderAnotherIdWhenItWaitsAgain() {
        Set<String> ids = new HashSet<>();
        book.done(a.submit());
        notices().forEach(notice -> ids.add(notice.replyId()));
        book.pass(PATIENCE);
        book.due(a.id());
        notices().forEach(notice -> ids.add(notice.replyId()));
        book.done(Alerts.giveBack(a.id(), APPROVER));
        book.done(Alerts.submitDraft(a.id(), AUTHOR));
        notices().forEach(notice -> ids.add(notice.replyId()));
        book.pass(PATIENCE);
        book.due(a.id());
        notices().forEach(notice -> ids.add(notice.replyId()));

        assertThat(ids).hasSize(4).allMatch(id -> id.matches("[A-Za-z0-9_-]{1,80}"));
    }

    @Test
    void shouldNotTellDeputiesOfWhatIsDecided() {
        book.done(a.submit());
        book.done(Alerts.approve(a.id(), APPROVER));
        notices();
        book.pass(PATIENCE);

        book.due(a.id());

        assertThat(notices()).isEmpty();
    }

    @Test
    void shouldTellDeputiesAtOnceWhereThereIsNobodyElse() {
        book.add(account("ben", true, null, Role.APPROVER));

        book.done(a.submit());

        assertThat(notices()).extracting(Reply::contact).containsExactly(contact(3));
    }

    @Test
    void shouldTellEveryOfficerOfACorrectionButTheOneWhoMadeIt() {
        book.done(a.submit());
        book.done(Alerts.approve(a.id(), APPROVER));
        notices();

        book.done(alert("x")
                .type(MsgType.CANCEL)
                .sent(NOON.plusSeconds(60))
                .correction()
                .refersTo(a)
                .by(AUTHOR.withSecondFactor(NOON))
                .because("wrong city")
                .submit());

        assertThat(notices())
                .allSatisfy(notice -> assertThat(notice.args())
                        .containsEntry("kind", "correction")
                        .containsEntry("by", "ana")
                        .containsEntry("reason", "wrong city"))
                .extracting(Reply::contact)
                .containsExactlyInAnyOrder(contact(2), contact(3), contact(4));
    }

    @Test
    void shouldSendAnExerciseToTestersAndToNobodyElse() {
        Alerts.Draft exercise = alert("e").status(Status.EXERCISE);
        book.done(exercise.submit());
        List<Effect> effects = book.effects();

        assertThat(MemoryBook.queries(effects)).isEmpty();
        assertThat(MemoryBook.notices(effects))
                .allSatisfy(notice ->
                        assertThat(notice.args()).containsEntry("rendition", exercise.id() + "/1/sms/en/standard"))
                .extracting(Reply::contact)
                .containsExactly(contact(91), contact(92));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"TEST", "SYSTEM", "DRAFT"})
    void shouldSendNothingElseAnywhere(Status status) {
        book.done(alert("t").status(status).submit());

        assertThat(notices()).isEmpty();
    }

    private List<Reply> notices() {
        return MemoryBook.notices(book.effects());
    }

    private static Account officer(String user, int number, boolean deputy, Role role) {
        return account(user, true, new Duty(contact(number), deputy), role);
    }

    private static Account account(String user, boolean active, @Nullable Duty duty, Role role) {
        return new Account(user, user, Set.of(role), Alerts.SENDER, "x", Set.of(), active, NOON, duty, null);
    }

    private static SealedContact contact(int number) {
        return SealedContact.ofBytes(new byte[] {(byte) number});
    }
}
