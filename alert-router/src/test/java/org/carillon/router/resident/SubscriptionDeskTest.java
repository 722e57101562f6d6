package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.resident.Browser.change;
import static org.carillon.router.resident.Browser.end;
import static org.carillon.router.resident.Browser.look;
import static org.carillon.router.resident.Browser.seal;
import static org.carillon.router.resident.Browser.subscribe;
import static org.carillon.router.resident.Browser.wishes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionDeskTest {
    private static final Recipient FIRST = new Recipient(Phone.PARTITION, 0);
    private static final Recipient SECOND = new Recipient(Phone.PARTITION, 1);
    private static final LedgerId LEDGER_ID = new LedgerId(~11, 12);

    private final Desk desk = new Desk();

    @Test
    void shouldMatchABrowserAtOnce() {
        SubscriptionDecision decision = desk.ask(subscribe("c1", wishes("D03", "D01", "D03")));

        assertThat(decision).isEqualTo(standing("c1", wishes("D01", "D03"), desk.now()));
        assertThat(desk.audience())
                .containsExactly(Map.entry(
                        FIRST,
                        new AudienceEntry(
                                List.of(0, 2),
                                1,
                                0,
                                Level.EXTREME,
                                2,
                                ContentFormat.PLAIN,
                                0,
                                ContactChannel.PUSH,
                                seal(1))));
        assertThat(desk.gate()).isEmpty();
    }

    @Test
    void shouldLetTheNewestWishesAndContactHoldUnderTheSameOrdinal() {
        desk.ask(subscribe("c1", wishes("D01")));
        Instant first = desk.now();

        SubscriptionDecision decision =
                desk.ask(subscribe("c2", Phone.PURPOSE, ContactChannel.PUSH, seal(2), wishes("D02")));

        assertThat(decision).isEqualTo(standing("c2", wishes("D02"), first));
        assertThat(desk.audience()).containsOnlyKeys(FIRST);
        assertThat(desk.audience().get(FIRST)).satisfies(entry -> {
            assertThat(entry.districts()).containsExactly(1);
            assertThat(entry.contact()).isEqualTo(seal(2));
        });
    }

    @Test
    void shouldChangeAndShow() {
        desk.ask(subscribe("c1", wishes("D01")));
        Instant first = desk.now();
        Preferences next = wishes(List.of("ar"), List.of("D02"), List.of());

        assertThat(desk.ask(change("c2", next))).isEqualTo(standing("c2", next, first));
        assertThat(desk.ask(look("c3"))).isEqualTo(standing("c3", next, first));
        assertThat(desk.audience().get(FIRST)).satisfies(entry -> {
            assertThat(entry.language()).isEqualTo(2);
            assertThat(entry.secondLanguage()).isEqualTo(-1);
            assertThat(entry.topics()).isZero();
        });
    }

    @Test
    void shouldEraseAndNoteItInTheLedger() {
        desk.ask(subscribe("c1", wishes("D01")));

        SubscriptionDecision decision = desk.ask(end("c2", "erased"));

        assertThat(decision).isEqualTo(new SubscriptionDecision.Ended("c2", Browser.ID));
        assertThat(desk.audience()).isEmpty();
        assertThat(desk.subscription(Browser.ID)).isEmpty();
        assertThat(desk.gate())
                .containsExactly(Map.entry(
                        GateEntry.recipientKey(FIRST), new GateEntry.RecipientRemoved(FIRST, "erased", desk.now())));
        assertThat(desk.ledger())
                .containsExactly(Map.entry(
                        LEDGER_ID, new LedgerEntry(LEDGER_ID, LedgerEntry.Kind.ERASED, desk.now(), null, null)));
        assertThat(desk.ask(look("c3"))).isEqualTo(new SubscriptionDecision.Missing("c3", Browser.ID));
    }

    @Test
    void shouldNotSayThatSomebodyLeftWhoseContactIsGone() {
        desk.ask(subscribe("c1", wishes("D01")));

        desk.ask(end("c2", "gone"));

        assertThat(desk.audience()).isEmpty();
        assertThat(desk.ledger()).isEmpty();
    }

    @Test
    void shouldComeBackUnderANewOrdinal() {
        desk.ask(subscribe("c1", wishes("D01")));
        desk.ask(end("c2", "erased"));

        desk.ask(subscribe("c3", wishes("D01")));

        assertThat(desk.audience()).containsOnlyKeys(SECOND);
        assertThat(desk.gate()).containsOnlyKeys(GateEntry.recipientKey(FIRST));
    }

    @Test
    void shouldNotBringBackWhoLeftWhenACommandIsRepeated() {
        desk.ask(subscribe("c1", wishes("D01")));
        desk.ask(end("c2", "erased"));

        assertThat(desk.ask(subscribe("c1", wishes("D01"))))
                .isEqualTo(new SubscriptionDecision.Missing("c1", Browser.ID));
        assertThat(desk.ask(end("c2", "erased"))).isEqualTo(new SubscriptionDecision.Ended("c2", Browser.ID));
        assertThat(desk.audience()).isEmpty();
    }

    @Test
    void shouldNotEndWhatWasMadeAfterTheEndThatIsRepeated() {
        desk.ask(subscribe("c1", wishes("D01")));
        desk.ask(end("c2", "gone"));
        desk.ask(subscribe("c3", wishes("D02")));

        desk.ask(end("c2", "gone"));

        assertThat(desk.audience()).containsOnlyKeys(SECOND);
    }

    @Test
    void shouldNotTurnWishesBackWhenACommandIsRepeated() {
        desk.ask(subscribe("c1", wishes("D01")));
        Instant first = desk.now();
        desk.ask(change("c2", wishes("D02")));
        desk.ask(change("c3", wishes("D03")));

        assertThat(desk.ask(subscribe("c1", wishes("D01")))).isEqualTo(standing("c1", wishes("D03"), first));
        assertThat(desk.ask(change("c2", wishes("D02")))).isEqualTo(standing("c2", wishes("D03"), first));
        assertThat(desk.audience().get(FIRST))
                .satisfies(entry -> assertThat(entry.districts()).containsExactly(2));
    }

    static List<SubscriptionCommand> unknown() {
        return List.of(change("c9", wishes("D01")), look("c9"), end("c9", "erased"), end("c9", "gone"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void shouldMissWhatIsUnknown(SubscriptionCommand command) {
        assertThat(desk.ask(command)).isEqualTo(new SubscriptionDecision.Missing("c9", Browser.ID));
        assertThat(desk.ledger()).isEmpty();
        assertThat(desk.gate()).isEmpty();
    }

    static List<Preferences> notTheCitys() {
        return List.of(
                wishes("D01", "D99"),
                wishes(List.of("en", "xx"), List.of("D01"), List.of()),
                wishes(List.of("en"), List.of("D01"), List.of("x".repeat(5000))));
    }

    @ParameterizedTest
    @MethodSource("notTheCitys")
    void shouldRefuseCodesThatTheCityDoesNotHave(Preferences wishes) {
        assertThat(desk.ask(subscribe("c1", wishes)))
                .isInstanceOfSatisfying(
                        SubscriptionDecision.Refused.class,
                        refused -> assertThat(refused.message())
                                .startsWith("the city has no ")
                                .hasSizeLessThan(100));
        assertThat(desk.audience()).isEmpty();

        desk.ask(subscribe("c2", wishes("D01")));
        assertThat(desk.ask(change("c3", wishes))).isInstanceOf(SubscriptionDecision.Refused.class);
        assertThat(desk.audience().get(FIRST))
                .satisfies(entry -> assertThat(entry.districts()).containsExactly(0));
    }

    @Test
    void shouldRefuseAnUnknownPurposeAndATelephoneNumber() {
        assertThat(desk.ask(subscribe("c1", "other", ContactChannel.PUSH, seal(1), wishes("D01"))))
                .isInstanceOf(SubscriptionDecision.Refused.class);
        assertThat(desk.ask(subscribe("c2", Phone.PURPOSE, ContactChannel.SMS, seal(1), wishes("D01"))))
                .isInstanceOf(SubscriptionDecision.Refused.class);
        assertThat(desk.audience()).isEmpty();
    }

    @Test
    void shouldTakeARefusedCommandOnceItIsMended() {
        desk.ask(subscribe("c1", wishes("D99")));

        assertThat(desk.ask(subscribe("c1", wishes("D01")))).isInstanceOf(SubscriptionDecision.Standing.class);
    }

    @Test
    void shouldNotTouchTheSubscriptionOfATelephone() {
        Subscription sms = new Subscription(
                Browser.ID,
                Browser.CONTACT,
                Phone.PURPOSE,
                ContactChannel.SMS,
                seal(3),
                Subscription.State.ACTIVE,
                List.of("D01"),
                "en",
                null,
                Level.SEVERE,
                List.of(),
                ContentFormat.STANDARD,
                FIRST,
                Browser.CONSENT,
                Browser.AT);
        desk.keep(sms);

        assertThat(desk.ask(look("c1"))).isInstanceOf(SubscriptionDecision.Missing.class);
        assertThat(desk.ask(end("c2", "erased"))).isInstanceOf(SubscriptionDecision.Missing.class);
        assertThat(desk.ask(change("c3", wishes("D02")))).isInstanceOf(SubscriptionDecision.Missing.class);
        assertThat(desk.ask(subscribe("c4", wishes("D02")))).isInstanceOf(SubscriptionDecision.Refused.class);
        assertThat(desk.subscription(Browser.ID)).contains(sms);
    }

    private static SubscriptionDecision standing(String commandId, Preferences wishes, Instant createdAt) {
        return new SubscriptionDecision.Standing(
                commandId, Browser.ID, Phone.PURPOSE, wishes, Browser.CONSENT, createdAt);
    }
}
