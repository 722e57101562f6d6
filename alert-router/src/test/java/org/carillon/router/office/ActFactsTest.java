package org.carillon.router.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.LoggedAct.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act that takes effect is one fact; nothing that names a person or opens a door is in it, whatever the act holds. */
class ActFactsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** Stands in every field that must stay inside. */
    private static final String SECRET = "marked";

    private static final String OFFICER = SECRET + ".ana";
    private static final String FIRST = SECRET + ".root";
    private static final String SECOND = SECRET + ".second";
    private static final String NEW_KEY = "AB" + ":CD".repeat(31);
    private static final String OLD_KEY = "EF" + ":01".repeat(31);

    private final MemoryOffice book = new MemoryOffice();
    private final OfficeDesk desk = new OfficeDesk(book);
    private int commands;

    @BeforeEach
    void officers() {
        book.keep(account(FIRST, true, Role.ADMIN));
        book.keep(account(SECOND, true, Role.ADMIN));
        book.keep(account(OFFICER, true, Role.APPROVER, Role.AUTHOR));
        book.keep(account(SECRET + ".closed", false, Role.AUTHOR));
        book.keep(new StationAccount("radio-sol", "Radio Sol", List.of("es"), List.of("D01"), SECRET, true, NOON));
        book.keep(new StationAccount("radio-old", "Radio Old", List.of("es"), List.of(), SECRET, false, NOON));
    }

    static Stream<Map.Entry<AdminAct, LoggedAct>> acts() {
        return Stream.of(
                Map.entry(
                        new AdminAct.CreateOfficer(
                                SECRET + ".nia",
                                SECRET,
                                Set.of(Role.PARTNER, Role.AUTHOR),
                                SECRET,
                                SECRET,
                                Set.of(SECRET)),
                        new LoggedAct.Officer(Change.OPENED, List.of(), List.of(Role.AUTHOR, Role.PARTNER))),
                Map.entry(
                        new AdminAct.ChangeOfficer(OFFICER, SECRET, Set.of(Role.ADMIN), SECRET, true),
                        new LoggedAct.Officer(
                                Change.CHANGED, List.of(Role.AUTHOR, Role.APPROVER), List.of(Role.ADMIN))),
                Map.entry(
                        new AdminAct.ChangeOfficer(OFFICER, SECRET, Set.of(Role.ADMIN), SECRET, false),
                        new LoggedAct.Officer(Change.CLOSED, List.of(Role.AUTHOR, Role.APPROVER), List.of())),
                Map.entry(
                        new AdminAct.ChangeOfficer(SECRET + ".closed", SECRET, Set.of(Role.AUTHOR), SECRET, true),
                        new LoggedAct.Officer(Change.OPENED, List.of(), List.of(Role.AUTHOR))),
                Map.entry(
                        new AdminAct.ResetOfficer(OFFICER, SECRET),
                        new LoggedAct.Officer(
                                Change.NEW_START,
                                List.of(Role.AUTHOR, Role.APPROVER),
                                List.of(Role.AUTHOR, Role.APPROVER))),
                Map.entry(
                        new AdminAct.CreateStation("sol2", "Sol 2", List.of("es", "en"), List.of("D02"), SECRET),
                        new LoggedAct.Station(Change.OPENED, "sol2", "Sol 2", List.of("es", "en"), List.of("D02"))),
                Map.entry(
                        new AdminAct.ChangeStation("radio-sol", "Sol", List.of("en"), List.of(), true),
                        new LoggedAct.Station(Change.CHANGED, "radio-sol", "Sol", List.of("en"), List.of())),
                Map.entry(
                        new AdminAct.ChangeStation("radio-sol", "Sol", List.of("en"), List.of(), false),
                        new LoggedAct.Station(Change.CLOSED, "radio-sol", "Sol", List.of("en"), List.of())),
                Map.entry(
                        new AdminAct.ChangeStation("radio-old", "Old", List.of("en"), List.of(), true),
                        new LoggedAct.Station(Change.OPENED, "radio-old", "Old", List.of("en"), List.of())),
                Map.entry(
                        new AdminAct.NewStationKey("radio-sol", SECRET),
                        new LoggedAct.Station(Change.NEW_KEY, "radio-sol", "Radio Sol", List.of("es"), List.of("D01"))),
                Map.entry(new AdminAct.NewSigningKey(NEW_KEY, OLD_KEY), new LoggedAct.SigningKey(NEW_KEY, OLD_KEY)),
                Map.entry(
                        new AdminAct.TrustFeed(
                                "weather",
                                "https://" + SECRET + ":" + SECRET + "@Weather.example/" + SECRET + "?token=" + SECRET,
                                List.of("weather@port.example"),
                                SECRET),
                        new LoggedAct.TrustedFeed("weather", "weather.example", List.of("weather@port.example"))),
                Map.entry(
                        new AdminAct.TrustFeed("weather", "not a URL " + SECRET, List.of(), SECRET),
                        new LoggedAct.TrustedFeed("weather", "", List.of())),
                Map.entry(
                        new AdminAct.Permit(AdminAct.Permit.IMPORT, "city-alerts", SECRET),
                        new LoggedAct.Permit("import", "city-alerts")),
                Map.entry(
                        new AdminAct.Permit("trusted-feed", "https://x.example/?token=" + SECRET, SECRET),
                        new LoggedAct.Permit("trusted-feed", null)));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void shouldTellWhatTookEffectAndNothingPersonal(Map.Entry<AdminAct, LoggedAct> pair) {
        // Given
        OfficeDecision proposed = propose(FIRST, pair.getKey());
        assertThat(proposed).isInstanceOf(OfficeDecision.Done.class);
        assertThat(book.published).as("a proposal changes nothing").isEmpty();

        // When
        confirm(SECOND, "a1");
        confirm(SECOND, "a1");

        // Then
        LogFact fact = new LogFact.ActConfirmed(NOON, pair.getValue(), ActDecider.SECOND_ADMINISTRATOR);
        assertThat(book.published).containsExactly(fact);
        assertThat(json(fact)).doesNotContain(SECRET);
    }

    @Test
    void shouldEndTheTrustInAFeedAtOnceAndTellOfIt() {
        AdminAct act =
                new AdminAct.DistrustFeed("weather", "https://weather.example/?token=" + SECRET, List.of(), SECRET);

        OfficeDecision decision = propose(FIRST, act);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        OfficeDecision.Done.class,
                        done -> assertThat(done.request())
                                .extracting(AdminRequest::state)
                                .isEqualTo(AdminRequest.State.CONFIRMED));
        LogFact fact = new LogFact.ActConfirmed(
                NOON,
                new LoggedAct.DistrustedFeed("weather", "weather.example", List.of()),
                ActDecider.ONE_ADMINISTRATOR);
        assertThat(book.published).containsExactly(fact);
        assertThat(json(fact)).doesNotContain(SECRET);
    }

    @Test
    void shouldNotTellOfWhatWasRefusedWithdrawnOrStale() {
        AdminAct act = new AdminAct.NewStationKey("radio-sol", "k");
        propose(FIRST, act);
        desk.decide(new OfficeCommand.Refuse("r1", NOON, SECOND, "a1", SECRET), NOON);
        propose(FIRST, act);
        desk.decide(new OfficeCommand.Refuse("r2", NOON, FIRST, "a2", SECRET), NOON);
        propose(FIRST, act);
        confirm(FIRST, "a3");
        desk.decide(new OfficeCommand.Confirm("late", NOON, SECOND, "a3", null), NOON.plus(Duration.ofDays(8)));
        propose(FIRST, new AdminAct.NewStationKey("nothing", "k"));

        assertThat(book.published).isEmpty();
    }

    @Test
    void shouldSayWhereNoSecondAdministratorAgreed() {
        // Given
        book.keep(account(SECOND, false, Role.ADMIN));

        // When
        propose(FIRST, new AdminAct.CreateOfficer(SECRET, SECRET, Set.of(Role.ADMIN), SECRET, SECRET, Set.of(SECRET)));
        desk.decide(new OfficeCommand.Recover("c", NOON, "operator", "op1", FIRST, SECRET, SECRET + " lost it"), NOON);

        // Then
        assertThat(book.published)
                .containsExactly(
                        new LogFact.ActConfirmed(
                                NOON,
                                new LoggedAct.Officer(Change.OPENED, List.of(), List.of(Role.ADMIN)),
                                ActDecider.ALONE),
                        new LogFact.ActConfirmed(
                                NOON,
                                new LoggedAct.Officer(Change.NEW_START, List.of(Role.ADMIN), List.of(Role.ADMIN)),
                                ActDecider.OPERATOR));
        assertThat(book.published).noneMatch(fact -> json(fact).contains(SECRET));
    }

    private OfficeDecision propose(String by, AdminAct act) {
        commands++;
        return desk.decide(
                new OfficeCommand.Propose("c" + commands, NOON, by, "a" + commands, act, SECRET + " asked"), NOON);
    }

    private void confirm(String by, String actId) {
        desk.decide(new OfficeCommand.Confirm("confirm", NOON, by, actId, SECRET + " agrees"), NOON);
    }

    private static String json(LogFact fact) {
        return new String(
                Topics.TRANSPARENCY_FACTS.valueSerde().serializer().serialize(Topics.TRANSPARENCY_FACTS.name(), fact),
                StandardCharsets.UTF_8);
    }

    private static Account account(String user, boolean active, Role... roles) {
        return new Account(user, SECRET, Set.of(roles), SECRET, SECRET, Set.of(SECRET), active, NOON)
                .with(new Duty(SealedContact.ofBytes(SECRET.getBytes(StandardCharsets.UTF_8)), true));
    }
}
