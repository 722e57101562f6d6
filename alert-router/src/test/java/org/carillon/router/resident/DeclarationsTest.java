package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.resident.SubscriptionDecision.Declared.Outcome;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    private static final Instant LONG_AGO = Instant.parse("2025-06-01T10:00:00Z");

    private final Phone phone = new Phone();

    @Test
    void shouldSubscribeADeclaredNumberWithoutAWord() {
        assertThat(phone.declare(declare("c1", LONG_AGO, false))).isEqualTo(Outcome.SUBSCRIBED);

        Subscription subscription = phone.active();
        assertThat(subscription.consent())
                .isEqualTo(new Subscription.Consent("Warn me.", "es", LONG_AGO, "declared by the city: archive 12"));
        assertThat(subscription.language()).isEqualTo("es");
        assertThat(subscription.districts()).containsExactly("D01", "D03");
        assertThat(subscription.level()).isEqualTo(Level.ALL);
        assertThat(phone.audience().values())
                .singleElement()
                .satisfies(entry -> assertThat(entry.contact()).isEqualTo(Phone.contactSeal()));
        assertThat(phone.replies()).isEmpty();
    }

    @Test
    void shouldAskOnceAndWaitForYes() {
        assertThat(phone.declare(declare("c1", LONG_AGO, true))).isEqualTo(Outcome.ASKED);

        Reply question = phone.reply();
        assertThat(question.key()).isEqualTo(ReplyKey.CONSENT);
        assertThat(question.language()).isEqualTo("es");
        assertThat(question.areas()).containsExactly("D01", "D03");
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.declare(declare("c1", LONG_AGO, true))).isEqualTo(Outcome.ASKED_BEFORE);
        assertThat(phone.replies()).as("asked once").isEmpty();

        phone.text(Said.YES);

        assertThat(phone.keys()).containsExactly(ReplyKey.JOINED);
        assertThat(phone.active().level()).isEqualTo(Level.ALL);
        assertThat(Objects.requireNonNull(phone.active().consent()).isDeclared())
                .as("the resident's own word")
                .isFalse();
        assertThat(phone.audience()).hasSize(1);
    }

    @Test
    void shouldEraseWhoeverDoesNotAnswerInADay() {
        phone.declare(declare("c1", LONG_AGO, true));
        phone.replies();

        phone.pass(Duration.ofHours(24));

        assertThat(phone.isForgotten()).isTrue();
        assertThat(phone.declare(declare("c1", LONG_AGO, true))).isEqualTo(Outcome.ASKED_BEFORE);
        assertThat(phone.replies()).as("a late repeat asks nobody again").isEmpty();
        assertThat(phone.isForgotten()).isTrue();
    }

    @Test
    void shouldLeaveAloneWhatTheResidentHasSaid() {
        phone.text(Said.join("ar", "D02")).text(Said.YES);
        phone.replies();
        Subscription own = phone.active();

        assertThat(phone.declare(declare("c1", LONG_AGO, false))).isEqualTo(Outcome.THERE);
        assertThat(phone.declare(declare("c2", LONG_AGO, true))).isEqualTo(Outcome.THERE);

        assertThat(phone.active()).isEqualTo(own);
        assertThat(phone.audience()).hasSize(1);
        assertThat(phone.replies()).isEmpty();
    }

    @Test
    void shouldNotTakeASignUpForAYes() {
        phone.text(Said.join("en", "D02"));

        assertThat(phone.declare(declare("c1", LONG_AGO, false))).isEqualTo(Outcome.THERE);

        assertThat(phone.audience()).isEmpty();
    }

    @Test
    void shouldBringNobodyBackWhoHasSaidStop() {
        phone.declare(declare("c1", LONG_AGO, false));
        phone.text(Said.STOP);
        Instant left = phone.now();
        phone.pass(Duration.ofDays(1));

        assertThat(phone.declare(declare("c1", LONG_AGO, false))).as("repeated").isEqualTo(Outcome.STOPPED);
        assertThat(phone.declare(declare("c2", LONG_AGO, true)))
                .as("another list")
                .isEqualTo(Outcome.STOPPED);
        assertThat(phone.declare(declare("c3", left.plusSeconds(60), false)))
                .as("only the number itself undoes it")
                .isEqualTo(Outcome.STOPPED);
        phone.text(Said.START);
        assertThat(phone.declare(declare("c4", left, false)))
                .as("START is no consent")
                .isEqualTo(Outcome.LEFT);
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.declare(declare("c5", left.plusMillis(1), false))).isEqualTo(Outcome.SUBSCRIBED);
    }

    @Test
    void shouldBringNobodyBackWhoIsErased() {
        phone.declare(declare("c1", LONG_AGO, false));
        phone.text(Said.FORGET);
        phone.text(Said.forget(
                Objects.requireNonNull(phone.replies().getLast().args().get("digits"))));
        phone.replies();
        Instant left = phone.now();
        assertThat(phone.isForgotten()).isTrue();

        assertThat(phone.declare(declare("c1", LONG_AGO, false))).as("repeated").isEqualTo(Outcome.LEFT);
        assertThat(phone.declare(declare("c2", left, true))).as("another list").isEqualTo(Outcome.LEFT);

        assertThat(phone.isForgotten()).isTrue();
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.replies()).isEmpty();
        assertThat(phone.declare(declare("c3", left.plusSeconds(1), false)))
                .as("a new consent")
                .isEqualTo(Outcome.SUBSCRIBED);
    }

    @Test
    void shouldRefuseWhatTheCityDoesNotHave() {
        SubscriptionDesk desk = new SubscriptionDesk(Phone.CONFIG, phone);

        assertThat(desk.answer(declare("c1", "parking", List.of("D01")), phone.now()))
                .containsExactly(new ResidentEffect.Decide(new SubscriptionDecision.Refused(
                        "c1", Phone.id("parking", Phone.ID), "the city has no such purpose, or it has ended")));
        assertThat(desk.answer(declare("c2", Phone.PURPOSE, List.of("D99")), phone.now()))
                .containsExactly(new ResidentEffect.Decide(new SubscriptionDecision.Refused(
                        "c2", Phone.id(Phone.PURPOSE, Phone.ID), "the city has no district D99")));
    }

    static SubscriptionCommand.Declare declare(String commandId, Instant consentAt, boolean confirm) {
        return declare(commandId, Phone.PURPOSE, List.of("D03", "D01"), consentAt, confirm);
    }

    private static SubscriptionCommand.Declare declare(String commandId, String purpose, List<String> districts) {
        return declare(commandId, purpose, districts, LONG_AGO, false);
    }

    private static SubscriptionCommand.Declare declare(
            String commandId, String purpose, List<String> districts, Instant consentAt, boolean confirm) {
        return new SubscriptionCommand.Declare(
                commandId,
                Phone.id(purpose, Phone.ID),
                consentAt,
                Phone.ID,
                purpose,
                Phone.contactSeal(),
                new Preferences(List.of("es"), districts, List.of("water"), Level.ALL, ContentFormat.PLAIN),
                Subscription.Consent.declared("Warn me.", "es", consentAt, "archive 12"),
                confirm);
    }
}
