package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.resident.Said.FORGET;
import static org.carillon.router.resident.Said.HELP;
import static org.carillon.router.resident.Said.START;
import static org.carillon.router.resident.Said.STOP;
import static org.carillon.router.resident.Said.YES;
import static org.carillon.router.resident.Said.forget;
import static org.carillon.router.resident.Said.join;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.junit.jupiter.api.Test;

class ForgetTest {
    private static final String CONTACT_KEY = GateEntry.contactKey(Phone.ID);
    private static final Recipient FIRST = new Recipient(Phone.PARTITION, 0);

    private final Phone phone = new Phone();

    @Test
    void shouldEraseEverythingOnceTheDigitsAreSentBack() {
        // Given
        joined();
        String digits = askedDigits();
        assertThat(phone.audience()).isNotEmpty();

        // When
        phone.text(forget(digits));

        // Then
        Reply last = phone.reply();
        assertThat(last.key()).isEqualTo(ReplyKey.FORGOTTEN);
        assertThat(last.contact()).isEqualTo(Phone.contactSeal());
        assertThat(last.args().get("proof")).matches("[1-9]\\d{9}");
        assertThat(phone.isForgotten()).isTrue();
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.gate())
                .containsOnlyKeys(GateEntry.recipientKey(FIRST))
                .containsValue(new GateEntry.RecipientRemoved(FIRST, "erased", phone.now()));
        assertThat(phone.ledger())
                .containsEntry(
                        Phone.LEDGER_ID,
                        new LedgerEntry(
                                Phone.LEDGER_ID,
                                LedgerEntry.Kind.ERASED,
                                phone.now(),
                                last.args().get("proof"),
                                null));
    }

    @Test
    void shouldEraseNothingForWrongDigitsAndGiveNewOnes() {
        joined();
        String digits = askedDigits();

        phone.text(forget("000000"));

        Reply reply = phone.reply();
        assertThat(reply.key()).isEqualTo(ReplyKey.FORGET_UNCONFIRMED);
        assertThat(phone.audience()).hasSize(1);
        assertThat(phone.ledger()).isEmpty();
        assertThat(reply.args().get("digits")).matches("[1-9]\\d{5}").isNotEqualTo(digits);

        phone.text(forget(digits));
        assertThat(phone.reply().key()).as("the old ones").isEqualTo(ReplyKey.FORGET_UNCONFIRMED);
    }

    @Test
    void shouldTakeTheNewDigitsAfterWrongOnes() {
        joined();
        phone.text(forget("471108"));
        Reply unasked = phone.reply();
        assertThat(unasked.key()).isEqualTo(ReplyKey.FORGET_UNCONFIRMED);

        phone.text(forget(digits(unasked)));

        assertThat(phone.keys()).containsExactly(ReplyKey.FORGOTTEN);
    }

    @Test
    void shouldNotTakeDigitsThatAreADayOld() {
        joined();
        String digits = askedDigits();
        phone.pass(Duration.ofHours(24));

        phone.text(forget(digits));

        assertThat(phone.keys()).containsExactly(ReplyKey.FORGET_UNCONFIRMED);
        assertThat(phone.audience()).hasSize(1);
    }

    @Test
    void shouldTakeDigitsAfterOtherMessages() {
        joined();
        String digits = askedDigits();
        phone.text(HELP).text(Said.lang("es")).text(new Meaning.Lang("en", null, false, null));
        phone.pass(Duration.ofHours(23));
        phone.replies();

        phone.text(forget(digits));

        Reply last = phone.reply();
        assertThat(last.key()).isEqualTo(ReplyKey.FORGOTTEN);
        assertThat(last.language()).isEqualTo("es");
    }

    @Test
    void shouldSayThatNothingIsHeldOfSomebodyUnknown() {
        phone.text(FORGET).text(forget("123456")).text(new Meaning.Forget("ar", null));

        List<Reply> replies = phone.replies();
        assertThat(replies).extracting(Reply::key).containsOnly(ReplyKey.NOTHING_HELD);
        assertThat(replies).extracting(Reply::language).containsExactly("en", "en", "ar");
        assertThat(phone.ledger()).isEmpty();
    }

    @Test
    void shouldEraseASignUpThatWaits() {
        phone.text(join("en", "D01"));
        phone.replies();

        phone.text(forget(askedDigits()));

        assertThat(phone.keys()).containsExactly(ReplyKey.FORGOTTEN);
        assertThat(phone.isForgotten()).isTrue();
        phone.text(YES);
        assertThat(phone.keys()).containsExactly(ReplyKey.NOTHING_PENDING);
    }

    @Test
    void shouldWorkAfterStop() {
        // Given
        joined();
        phone.text(STOP);
        Instant stopped = phone.now();
        phone.replies();
        phone.pass(Duration.ofDays(30));

        // When
        phone.text("SMforget", null, FORGET);

        // Then
        String digits = digits(phone.reply());
        assertThat(phone.gate())
                .as("the one answer passes")
                .containsEntry(CONTACT_KEY, new GateEntry.ContactStopped(Phone.ID, "SMforget", stopped));

        // When
        phone.text(forget(digits));

        // Then
        Reply last = phone.reply();
        assertThat(last.key()).isEqualTo(ReplyKey.FORGOTTEN);
        assertThat(phone.isForgotten()).isTrue();
        assertThat(phone.gate()).doesNotContainKey(CONTACT_KEY).containsKey(GateEntry.recipientKey(FIRST));
        assertThat(phone.ledger().get(Phone.LEDGER_ID))
                .as("the stop survives")
                .isEqualTo(new LedgerEntry(
                        Phone.LEDGER_ID,
                        LedgerEntry.Kind.ERASED,
                        phone.now(),
                        last.args().get("proof"),
                        stopped));
    }

    @Test
    void shouldStaySilentAfterStopForEverythingElse() {
        joined();
        phone.text(STOP).text(FORGET);
        phone.replies();

        phone.text(HELP).text(YES).text();

        assertThat(phone.replies()).isEmpty();
        phone.text(START);
        assertThat(phone.keys()).containsExactly(ReplyKey.STARTED);
        assertThat(phone.gate()).doesNotContainKey(CONTACT_KEY);
    }

    @Test
    void shouldEraseEveryPurposeOfTheNumber() {
        joined();
        phone.textOther(join("en", "D02")).textOther(YES);
        phone.replies();
        assertThat(phone.audience()).hasSize(2);

        phone.textOther(forget(askedDigits()));

        assertThat(phone.keys()).containsExactly(ReplyKey.FORGOTTEN);
        assertThat(phone.isForgotten()).isTrue();
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.gate()).hasSize(2);
    }

    @Test
    void shouldNeverFindTheSubscriptionOfABrowser() {
        // Given
        Subscription push = new Subscription(
                Phone.id(Phone.PURPOSE, Phone.ID),
                Phone.ID,
                Phone.PURPOSE,
                ContactChannel.PUSH,
                Phone.contactSeal(),
                Subscription.State.ACTIVE,
                List.of("D01"),
                "es",
                null,
                Level.SEVERE,
                List.of(),
                ContentFormat.STANDARD,
                FIRST,
                Browser.CONSENT,
                Browser.AT);
        phone.keep(push);

        // When
        phone.text(FORGET).text(STOP);

        // Then
        assertThat(phone.keys()).containsExactly(ReplyKey.NOTHING_HELD, ReplyKey.STOPPED_BEFORE);
        assertThat(phone.subscription()).contains(push);
    }

    @Test
    void shouldNoteAStopInTheLedger() {
        joined();

        phone.text(STOP);

        assertThat(phone.ledger())
                .containsEntry(
                        Phone.LEDGER_ID,
                        new LedgerEntry(Phone.LEDGER_ID, LedgerEntry.Kind.STOPPED, phone.now(), null, null));
    }

    @Test
    void shouldTakeJoinAfterwardsAsFromSomebodyNew() {
        joined();
        phone.text(forget(askedDigits()));
        phone.replies();

        phone.text(join("es", "D02")).text(new Meaning.Yes("es"));

        assertThat(phone.keys()).containsExactly(ReplyKey.CONSENT, ReplyKey.JOINED);
        assertThat(phone.audience()).containsOnlyKeys(new Recipient(Phone.PARTITION, 1));
        assertThat(phone.active().createdAt()).isEqualTo(phone.now());
    }

    @Test
    void shouldIgnoreAReplayOfWhatCameBefore() {
        phone.text("SMjoin", null, join("en", "D01")).text("SMyes", null, YES);
        phone.replies();
        phone.text("SMlast", null, forget(askedDigits()));
        phone.replies();

        phone.text("SMjoin", null, join("en", "D01")).text("SMyes", null, YES).text("SMlast", null, forget("123456"));

        assertThat(phone.replies()).isEmpty();
        assertThat(phone.isForgotten()).isTrue();
    }

    @Test
    void shouldGiveTheProofEvenBeyondTheLimitOfAnswers() {
        joined();
        String digits = askedDigits();
        for (int i = 0; i < 40; i++) {
            phone.text(HELP);
        }
        assertThat(phone.keys()).endsWith(ReplyKey.TOO_MANY);

        phone.text(FORGET);
        assertThat(phone.replies()).isEmpty();
        phone.text(forget(digits));

        assertThat(phone.keys()).as("digits that were read go on counting").containsExactly(ReplyKey.FORGOTTEN);
    }

    @Test
    void shouldFallSilentAfterStopInsteadOfSpeakingOfAlerts() {
        joined();
        phone.text(STOP);
        for (int i = 0; i < 40; i++) {
            phone.text(FORGET);
        }

        assertThat(phone.keys()).hasSizeLessThan(30).doesNotContain(ReplyKey.TOO_MANY);
    }

    @Test
    void shouldGiveDigitsThatNobodyCanGuess() {
        joined();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            seen.add(askedDigits());
        }

        assertThat(seen).hasSizeGreaterThan(20).allMatch(digits -> digits.matches("[1-9]\\d{5}"));
    }

    @Test
    void shouldNotPrintDigits() {
        assertThat(new Erasure("471108", Instant.EPOCH).toString()).doesNotContain("471108");
    }

    private String askedDigits() {
        phone.text(FORGET);
        Reply reply = phone.reply();
        assertThat(reply.key()).isEqualTo(ReplyKey.FORGET_ASKED);
        return digits(reply);
    }

    private static String digits(Reply reply) {
        return Objects.requireNonNull(reply.args().get("digits"));
    }

    private void joined() {
        phone.text(join("en", "D01")).text(YES);
        phone.replies();
    }
}
