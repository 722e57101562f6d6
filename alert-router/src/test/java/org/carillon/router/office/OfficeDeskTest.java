package org.carillon.router.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.CodeUse;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.office.SigningKeyActs;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.station.StationAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficeDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NIGHT = NOON.plus(Duration.ofHours(12));
    private static final AdminAct.CreateOfficer NIA =
            new AdminAct.CreateOfficer("nia", "Nia", Set.of(Role.AUTHOR), "s", "$argon2id$nia", Set.of("t1"));
    private static final AdminAct.CreateOfficer THIRD =
            new AdminAct.CreateOfficer("third", "Third", Set.of(Role.ADMIN), "s", "$argon2id$3", Set.of());

    private static final String KEY_1 = "AA" + ":01".repeat(31);
    private static final String KEY_2 = "AA" + ":02".repeat(31);
    private static final String KEY_3 = "AA" + ":03".repeat(31);

    private static final SealedContact NUMBER = SealedContact.ofBytes(new byte[] {1});
    private static final SealedContact OTHER = SealedContact.ofBytes(new byte[] {2});

    private final MemoryOffice book = new MemoryOffice();
    private final OfficeDesk desk = new OfficeDesk(book);
    private int commands;

    @BeforeEach
    void officers() {
        book.keep(account("root", Role.ADMIN));
        book.keep(account("second", Role.ADMIN));
        book.keep(account("ana", Role.AUTHOR)
                .with(AccountSecurity.NEW.with(new SecondFactor("sealed", 100, Set.of("r1", "r2"), NOON))));
        book.keep(new StationAccount("radio-sol", "Radio Sol", List.of("es"), List.of(), "k1", true, NOON));
    }

    @Test
    void shouldDoNothingBeforeASecondAdministratorConfirms() {
        AdminRequest request = proposed("root", NIA);

        assertThat(request.state()).isEqualTo(AdminRequest.State.PENDING);
        assertThat(book.account("nia")).isEmpty();
        assertRefused(confirm("root", request), Refusal.FORBIDDEN, "yourself");
        assertRefused(confirm("ana", request), Refusal.FORBIDDEN, "role admin");
        assertRefused(confirm("nobody", request), Refusal.FORBIDDEN, "role admin");
        assertThat(book.account("nia")).isEmpty();

        AdminRequest confirmed = done(confirm("second", request)).request();

        assertThat(Objects.requireNonNull(confirmed).decidedBy()).isEqualTo("second");
        Account nia = book.account("nia").orElseThrow();
        assertThat(nia.passwordHash()).isEqualTo("$argon2id$nia");
        assertThat(nia.security().temporaryPassword()).isTrue();
        assertThat(book.request("a1").orElseThrow().act()).isEqualTo(NIA.withoutSecrets());
        assertRefused(confirm("second", request), Refusal.CONFLICT, "confirmed by second");
        assertRefused(refuse("second", request), Refusal.CONFLICT, "confirmed by second");
    }

    @Test
    void shouldLetRefuseAndWithdraw() {
        AdminRequest one = proposed("root", NIA);
        assertThat(state(refuse("second", one))).isEqualTo(AdminRequest.State.REFUSED);
        assertRefused(confirm("second", one), Refusal.CONFLICT, "refused by second");
        AdminRequest two = proposed("root", NIA);
        assertThat(state(refuse("root", two))).isEqualTo(AdminRequest.State.WITHDRAWN);
        assertThat(book.account("nia")).isEmpty();
    }

    @Test
    void shouldLetTheOnlyAdministratorCreateTheSecondAndNothingElse() {
        close("second");

        assertRefused(propose("root", NIA), Refusal.FORBIDDEN, "only one");
        assertRefused(propose("root", new AdminAct.NewStationKey("radio-sol", "k2")), Refusal.FORBIDDEN, "only one");
        AdminRequest alone = proposed("root", THIRD);

        assertThat(alone.state()).isEqualTo(AdminRequest.State.CONFIRMED);
        assertThat(alone.alone()).isTrue();
        assertThat(book.account("third")).isPresent();
        assertThat(proposed("root", NIA).state()).isEqualTo(AdminRequest.State.PENDING);
    }

    @Test
    void shouldKeepAnAdministrator() {
        AdminRequest closing =
                proposed("root", new AdminAct.ChangeOfficer("root", "Root", Set.of(Role.AUTHOR), "s", true));
        close("second");
        book.keep(account("third", Role.ADMIN));
        close("root");

        assertRefused(confirm("third", closing), Refusal.CONFLICT, "no administrator any more");
        AdminRequest own = proposed("third", THIRD_AGAIN);
        assertThat(own.alone()).isTrue();
    }

    private static final AdminAct.CreateOfficer THIRD_AGAIN =
            new AdminAct.CreateOfficer("fourth", "Fourth", Set.of(Role.ADMIN), "s", "$argon2id$4", Set.of());

    @Test
    void shouldNotTakeTheLastAdministratorAway() {
        AdminRequest one = proposed("root", new AdminAct.ChangeOfficer("second", "S", Set.of(Role.ADMIN), "s", false));
        done(confirm("second", one));

        assertThat(book.account("second").orElseThrow().active()).isFalse();
        assertRefused(
                propose("root", new AdminAct.ChangeOfficer("root", "R", Set.of(Role.ADMIN), "s", false)),
                Refusal.CONFLICT,
                "only administrator");
    }

    @Test
    void shouldEndSessionsWhenRolesChangeOrTheAccountIsReset() {
        done(confirm(
                "second",
                proposed("root", new AdminAct.ChangeOfficer("ana", "Ana", Set.of(Role.APPROVER), "s", true))));
        assertThat(book.account("ana").orElseThrow().security().epoch()).isEqualTo(1);
        assertThat(book.account("ana").orElseThrow().security().secondFactor()).isNotNull();

        done(confirm("second", proposed("root", new AdminAct.ResetOfficer("ana", "$argon2id$new"))));
        Account ana = book.account("ana").orElseThrow();
        assertThat(ana.security().epoch()).isEqualTo(2);
        assertThat(ana.security().secondFactor()).isNull();
        assertThat(ana.security().temporaryPassword()).isTrue();
        assertThat(ana.tokenHashes()).isEmpty();
    }

    @Test
    void shouldChangeStations() {
        done(confirm(
                "second",
                proposed("root", new AdminAct.CreateStation("sol2", "Sol 2", List.of("es"), List.of("D01"), "k9"))));
        done(confirm("second", proposed("root", new AdminAct.NewStationKey("sol2", "k10"))));
        done(confirm(
                "second",
                proposed("root", new AdminAct.ChangeStation("sol2", "Sol Two", List.of("es"), List.of(), false))));

        StationAccount station = book.station("sol2").orElseThrow();
        assertThat(station.keyHash()).isEqualTo("k10");
        assertThat(station.name()).isEqualTo("Sol Two");
        assertThat(station.active()).isFalse();
    }

    @Test
    void shouldChangeTheSigningKeyOnceForTheSamePlace() {
        // Given: two proposals to end the same key
        AdminRequest two = proposed("root", new AdminAct.NewSigningKey(KEY_2, KEY_1));
        AdminRequest three = proposed("root", new AdminAct.NewSigningKey(KEY_3, KEY_1));

        // When
        done(confirm("second", two));

        // Then
        assertRefused(confirm("second", three), Refusal.CONFLICT, "changed meanwhile");
        assertRefused(propose("root", new AdminAct.NewSigningKey(KEY_3, KEY_1)), Refusal.CONFLICT, "meanwhile");
        done(confirm("second", proposed("root", new AdminAct.NewSigningKey(KEY_3, KEY_2))));
        assertThat(SigningKeyActs.newest(book.requests()).map(AdminRequest::act))
                .contains(new AdminAct.NewSigningKey(KEY_3, KEY_2));
        assertRefused(propose("root", new AdminAct.NewSigningKey(KEY_1, KEY_3)), Refusal.UNPROCESSABLE, "has signed");
    }

    @Test
    void shouldForgetProposalsAfterAWeek() {
        AdminRequest request = proposed("root", NIA);

        OfficeDecision late = desk.decide(
                new OfficeCommand.Confirm("late", NOON, "second", request.id(), null), NOON.plus(Duration.ofDays(8)));

        assertRefused(late, Refusal.CONFLICT, "7 days");
    }

    static List<AdminAct> impossible() {
        return List.of(
                new AdminAct.CreateOfficer("ana", "Ana", Set.of(Role.AUTHOR), "s", "h", Set.of()),
                new AdminAct.CreateOfficer("N!", "Nia", Set.of(Role.AUTHOR), "s", "h", Set.of()),
                new AdminAct.CreateOfficer("nia", " ", Set.of(Role.AUTHOR), "s", "h", Set.of()),
                new AdminAct.CreateOfficer("nia", "Nia", Set.of(), "s", "h", Set.of()),
                new AdminAct.ChangeOfficer("nobody", "No", Set.of(Role.AUTHOR), "s", true),
                new AdminAct.ResetOfficer("nobody", "h"),
                new AdminAct.CreateStation("radio-sol", "Sol", List.of(), List.of(), "k"),
                new AdminAct.ChangeStation("nothing", "No", List.of(), List.of(), true),
                new AdminAct.NewStationKey("nothing", "k"),
                new AdminAct.Permit("import", "", "d"),
                new AdminAct.TrustFeed(" ", "https://x.example", List.of(), "d"),
                new AdminAct.NewSigningKey("AB:CD", KEY_1),
                new AdminAct.NewSigningKey(KEY_2, "key"),
                new AdminAct.NewSigningKey(KEY_1, KEY_1));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseWhatIsNotPossible(AdminAct act) {
        assertThat(propose("root", act)).isInstanceOf(OfficeDecision.Refused.class);
        assertThat(book.request("a1")).isEmpty();
    }

    @Test
    void shouldTakeACodeOnceAndNoEarlierOne() {
        assertThat(use(new CodeUse(100L, null))).isInstanceOf(OfficeDecision.Refused.class);
        assertThat(use(new CodeUse(102L, null))).isInstanceOf(OfficeDecision.Done.class);
        assertThat(use(new CodeUse(102L, null))).isInstanceOf(OfficeDecision.Refused.class);
        assertThat(use(new CodeUse(101L, null))).isInstanceOf(OfficeDecision.Refused.class);
        assertThat(use(new CodeUse(null, "r1"))).isInstanceOf(OfficeDecision.Done.class);
        assertThat(use(new CodeUse(null, "r1"))).isInstanceOf(OfficeDecision.Refused.class);
        assertThat(use(new CodeUse(null, "r2"))).isInstanceOf(OfficeDecision.Done.class);
    }

    @Test
    void shouldSignInOnlyWithTheSecondFactorWhereThereIsOne() {
        assertRefused(signIn("ana", 0, "s1", null), Refusal.FORBIDDEN, "second factor");
        done(signIn("ana", 0, "s1", new CodeUse(103L, null)));
        assertThat(signIn("ana", 0, "s2", new CodeUse(103L, null))).isInstanceOf(OfficeDecision.Refused.class);
        done(signIn("root", 0, "s3", null));
        close("root");
        assertRefused(signIn("root", 0, "s4", null), Refusal.FORBIDDEN, "closed");
    }

    @Test
    void shouldEndOneSessionOrAll() {
        done(signIn("root", 0, "s1", null));
        done(signIn("root", 0, "s2", null));
        done(desk.decide(new OfficeCommand.EndSession(id(), NOON, "root", 0, "s1"), NOON));
        AccountSecurity security = book.account("root").orElseThrow().security();
        assertThat(security.isOver(0, "s1")).isTrue();
        assertThat(security.isOver(0, "s2")).isFalse();

        long epoch = done(desk.decide(new OfficeCommand.EndAllSessions(id(), NOON, "root", 0), NOON))
                .epoch();
        assertThat(epoch).isEqualTo(1);
        assertThat(book.account("root").orElseThrow().security().isOver(0, "s2"))
                .isTrue();
        assertRefused(
                desk.decide(new OfficeCommand.ChangePassword(id(), NOON, "root", 0, "h"), NOON),
                Refusal.CONFLICT,
                "changed meanwhile");
        done(desk.decide(new OfficeCommand.EndSession(id(), NOON, "root", 1, "s9"), NOON));
        assertThat(book.account("root").orElseThrow().security().isOver(1, "s9"))
                .as("one that outlived a change")
                .isTrue();
    }

    @Test
    void shouldSetChangeAndForgetTheDutyTelephone() {
        // Given
        setDuty("ana", new Duty(NUMBER, false));

        // When
        assertThat(desk.decide(new OfficeCommand.SetDuty(id(), NOON, "ana", 7, new Duty(OTHER, true)), NOON))
                .isInstanceOf(OfficeDecision.Refused.class);

        // Then
        assertThat(duty("ana")).isEqualTo(new Duty(NUMBER, false));
        setDuty("ana", new Duty(OTHER, true));
        assertThat(duty("ana")).isEqualTo(new Duty(OTHER, true));
        assertThat(book.account("ana").orElseThrow().security().epoch())
                .as("sessions go on")
                .isZero();
        setDuty("ana", null);
        assertThat(duty("ana")).isNull();
    }

    @Test
    void shouldForgetTheNumberWhenTheAccountEndsOrBeginsAnew() {
        // Given
        setDuty("ana", new Duty(NUMBER, false));

        // When
        done(confirm(
                "second",
                proposed("root", new AdminAct.ChangeOfficer("ana", "Ana", Set.of(Role.APPROVER), "s", true))));

        // Then
        assertThat(duty("ana")).as("another role").isNotNull();
        done(confirm("second", proposed("root", new AdminAct.ResetOfficer("ana", "$argon2id$new"))));
        assertThat(duty("ana")).as("a new start").isNull();

        // When
        setDuty("ana", new Duty(NUMBER, false));
        done(confirm(
                "second",
                proposed("root", new AdminAct.ChangeOfficer("ana", "Ana", Set.of(Role.APPROVER), "s", false))));

        // Then
        assertThat(duty("ana")).as("a closed account").isNull();
        assertRefused(
                desk.decide(new OfficeCommand.SetDuty(id(), NOON, "ana", epoch("ana"), new Duty(NUMBER, false)), NOON),
                Refusal.FORBIDDEN,
                "closed");
    }

    @Test
    void shouldLetTheOperatorGiveANewStartAndKeepThatItWasOne() {
        // Given
        setDuty("ana", new Duty(NUMBER, false));
        setDuty("second", new Duty(OTHER, true));

        // When
        AdminRequest request = Objects.requireNonNull(
                done(recover("op1", "ana", "telephone lost")).request());

        // Then
        Account ana = book.account("ana").orElseThrow();
        assertThat(ana.passwordHash()).isEqualTo("$argon2id$fresh");
        assertThat(ana.security().temporaryPassword()).isTrue();
        assertThat(ana.security().secondFactor()).isNull();
        assertThat(ana.security().epoch()).isEqualTo(1);
        assertThat(ana.tokenHashes()).isEmpty();
        assertThat(ana.duty()).isNull();
        assertThat(book.request("op1")).contains(request);
        assertThat(request.act()).isEqualTo(new AdminAct.RecoverOfficer("ana", null));
        assertThat(request.state()).isEqualTo(AdminRequest.State.CONFIRMED);
        assertThat(request.proposedBy()).isEqualTo("operator");
        assertThat(request.decidedBy()).isEqualTo("operator");
        assertThat(request.alone()).isTrue();
        assertThat(request.reason()).isEqualTo("telephone lost");

        // And: the officer on the old number and the administrator who has one are told, once each
        assertThat(book.told).extracting(Reply::contact).containsExactlyInAnyOrder(NUMBER, OTHER);
        assertThat(book.told).extracting(Reply::replyId).doesNotHaveDuplicates().allMatch(id -> id.length() <= 80);
        assertThat(book.told).allSatisfy(notice -> {
            assertThat(notice.key()).isEqualTo(ReplyKey.OFFICER);
            assertThat(notice.purpose()).isEqualTo(Duty.PURPOSE);
            assertThat(notice.args()).containsEntry("kind", "recovered").containsEntry("officer", "ana");
        });
    }

    @Test
    void shouldRecoverOnceAndOnlyWhoIsThere() {
        done(recover("op1", "root", "lost"));
        assertRefused(recover("op1", "root", "lost"), Refusal.CONFLICT, "already");
        assertThat(epoch("root")).isEqualTo(1);
        assertRefused(recover("op2", "nobody", "lost"), Refusal.NOT_FOUND, "no officer");
        close("ana");
        assertRefused(recover("op3", "ana", "lost"), Refusal.CONFLICT, "closed");
        assertThat(book.request("op3")).isEmpty();
    }

    @Test
    void shouldLetNobodyProposeWhatOnlyTheOperatorMayDo() {
        assertRefused(
                propose("root", new AdminAct.RecoverOfficer("ana", "$argon2id$x")),
                Refusal.FORBIDDEN,
                "at the machine");
        assertRefused(
                propose(
                        "root",
                        new AdminAct.CreateOfficer("operator", "O", Set.of(Role.ADMIN), "s", "$argon2id$x", Set.of())),
                Refusal.UNPROCESSABLE,
                "another user name");
    }

    private OfficeDecision recover(String actId, String officer, String reason) {
        return desk.decide(
                new OfficeCommand.Recover(id(), NOON, "operator", actId, officer, "$argon2id$fresh", reason), NOON);
    }

    private void setDuty(String user, @Nullable Duty duty) {
        done(desk.decide(new OfficeCommand.SetDuty(id(), NOON, user, epoch(user), duty), NOON));
    }

    private @Nullable Duty duty(String user) {
        return book.account(user).orElseThrow().duty();
    }

    private long epoch(String user) {
        return book.account(user).orElseThrow().security().epoch();
    }

    @Test
    void shouldTakeUpWhatOthersWriteAndNotWhatItWroteItself() {
        assertThat(desk.isNews(account("new", Role.AUTHOR))).isTrue();
        Account before = book.account("root").orElseThrow();
        assertThat(desk.isNews(before)).isFalse();
        done(desk.decide(new OfficeCommand.ChangePassword(id(), NOON, "root", 0, "h2"), NOON));
        assertThat(desk.isNews(before)).as("an older record of its own").isFalse();
        Account byOperator = before.with(new AccountSecurity(7, true, null, List.of()));
        assertThat(desk.isNews(byOperator)).isTrue();
    }

    private OfficeDecision signIn(String user, long epoch, String session, @Nullable CodeUse code) {
        return desk.decide(new OfficeCommand.SignIn(id(), NOON, user, epoch, session, NIGHT, code), NOON);
    }

    private OfficeDecision use(CodeUse code) {
        return desk.decide(new OfficeCommand.UseCode(id(), NOON, "ana", 0, code), NOON);
    }

    private OfficeDecision propose(String by, AdminAct act) {
        commands++;
        return desk.decide(new OfficeCommand.Propose(id(), NOON, by, "a" + commands, act, "because"), NOON);
    }

    private AdminRequest proposed(String by, AdminAct act) {
        return Objects.requireNonNull(done(propose(by, act)).request());
    }

    private OfficeDecision confirm(String by, AdminRequest request) {
        return desk.decide(new OfficeCommand.Confirm(id(), NOON, by, request.id(), "seen"), NOON);
    }

    private OfficeDecision refuse(String by, AdminRequest request) {
        return desk.decide(new OfficeCommand.Refuse(id(), NOON, by, request.id(), "no"), NOON);
    }

    private String id() {
        return "c" + System.nanoTime();
    }

    private static AdminRequest.State state(OfficeDecision decision) {
        return Objects.requireNonNull(done(decision).request()).state();
    }

    private static OfficeDecision.Done done(OfficeDecision decision) {
        assertThat(decision).isInstanceOf(OfficeDecision.Done.class);
        return (OfficeDecision.Done) decision;
    }

    private static void assertRefused(OfficeDecision decision, Refusal refusal, String words) {
        assertThat(decision).isInstanceOfSatisfying(OfficeDecision.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.message()).contains(words);
        });
    }

    private void close(String user) {
        Account a = book.account(user).orElseThrow();
        book.keep(new Account(
                a.user(),
                a.displayName(),
                a.roles(),
                a.sender(),
                a.passwordHash(),
                a.tokenHashes(),
                false,
                a.createdAt()));
    }

    private static Account account(String user, Role... roles) {
        return new Account(user, user, Set.of(roles), "s", "$argon2id$" + user, Set.of("t-" + user), true, NOON);
    }
}
