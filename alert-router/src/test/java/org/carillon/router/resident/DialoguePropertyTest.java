package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.AreaChoice.Mode;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** Whatever a resident says in whatever order: nothing without consent, nothing after STOP, never a recipient twice. */
class DialoguePropertyTest {
    private static final Meaning RIGHT_DIGITS = Said.forget("those that were given last");
    private static final Set<ReplyKey> FAREWELLS =
            Set.of(ReplyKey.FORGET_ASKED, ReplyKey.FORGET_UNCONFIRMED, ReplyKey.FORGOTTEN);

    @Property(tries = 200)
    void shouldKeepToTheResidentsWill(@ForAll("messages") List<List<Meaning>> messages) {
        Phone phone = new Phone();
        Set<Recipient> ever = new HashSet<>();
        Set<Recipient> before = Set.of();
        AtomicReference<String> digits = new AtomicReference<>("999999");
        for (List<Meaning> meanings : messages) {
            boolean pending = phone.subscription()
                    .filter(s -> s.state() == Subscription.State.PENDING)
                    .isPresent();
            boolean stopped = phone.gate().containsKey(GateEntry.contactKey(Phone.ID));
            phone.text(meanings.stream()
                    .map(meaning -> meaning.equals(RIGHT_DIGITS) ? Said.forget(digits.get()) : meaning)
                    .toArray(Meaning[]::new));
            List<Reply> replies = phone.replies();
            List<ReplyKey> said = replies.stream().map(Reply::key).toList();
            replies.forEach(reply -> digits.set(reply.args().getOrDefault("digits", digits.get())));
            Set<Recipient> now = Set.copyOf(phone.audience().keySet());

            if (said.contains(ReplyKey.FORGOTTEN)) {
                assertThat(phone.isForgotten()).isTrue();
                assertThat(now).isEmpty();
                assertThat(phone.gate()).doesNotContainKey(GateEntry.contactKey(Phone.ID));
            }
            assertThat(said).hasSizeLessThanOrEqualTo(1);
            assertThat(now).hasSizeLessThanOrEqualTo(1);
            if (!before.containsAll(now)) {
                assertThat(pending).as("only a pending sign-up becomes active").isTrue();
                assertThat(meanings).hasAtLeastOneElementOfType(Meaning.Yes.class);
                assertThat(ever).doesNotContainAnyElementsOf(now);
                ever.addAll(now);
            }
            if (phone.gate().containsKey(GateEntry.contactKey(Phone.ID))) {
                assertThat(now).isEmpty();
                assertThat(stopped && said.stream().anyMatch(key -> !FAREWELLS.contains(key)))
                        .isFalse();
            }
            assertThat(phone.subscription()
                            .filter(s -> s.state() == Subscription.State.ACTIVE)
                            .isPresent())
                    .isEqualTo(!now.isEmpty());
            phone.pass(Duration.ofMinutes(5));
            before = now;
        }
    }

    @Provide
    Arbitrary<List<List<Meaning>>> messages() {
        Arbitrary<Meaning> meaning = Arbitraries.of(
                Said.join("en"),
                Said.join("es", "D01"),
                Said.joinUnclear("D01", "D02"),
                Said.YES,
                Said.YES,
                Said.STOP,
                new Meaning.Stop("es", false, false),
                Said.START,
                Said.HELP,
                Said.FORGET,
                Said.forget("000000"),
                RIGHT_DIGITS,
                RIGHT_DIGITS,
                Said.lang("ar"),
                new Meaning.Lang("en", null, false, "xx"),
                Said.area(Mode.ADD, "D02"),
                Said.area(Mode.REMOVE, "D01"),
                Said.number(0),
                Said.number(1),
                Said.number(7));
        return meaning.list().ofMaxSize(2).list().ofMinSize(1).ofMaxSize(40);
    }
}
