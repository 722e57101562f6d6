package org.carillon.channel.core.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.channel.core.testkit.Tasks.NOW;
import static org.carillon.channel.core.testkit.Tasks.alert;

import java.time.Instant;
import org.carillon.schemas.delivery.SendMark;
import org.junit.jupiter.api.Test;

class OpenDeliveriesTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    private final OpenDeliveries open = new OpenDeliveries();
    private final Rebuild rebuild = new Rebuild(open, LATER);

    private static SendMark.Intent intent(int index, int attempt) {
        return new SendMark.Intent(alert(index).deliveryId(), NOW, attempt, alert(index));
    }

    private static SendMark.Outcome outcome(int index, int attempt, SendMark.Result result) {
        return new SendMark.Outcome(alert(index).deliveryId(), NOW, attempt, result, null, null, NOW.plusSeconds(10));
    }

    @Test
    void shouldHoldWhatHasNoFinalOutcome() {
        rebuild.apply(intent(1, 1), 10);
        rebuild.apply(intent(2, 1), 11);
        rebuild.apply(intent(3, 1), 12);
        rebuild.apply(intent(4, 1), 13);
        rebuild.apply(intent(5, 1), 14);
        rebuild.apply(outcome(1, 1, SendMark.Result.ACCEPTED), 15);
        rebuild.apply(outcome(2, 1, SendMark.Result.FAILED), 16);
        rebuild.apply(outcome(3, 1, SendMark.Result.SUPPRESSED), 17);
        rebuild.apply(outcome(4, 1, SendMark.Result.DEFERRED), 18);

        assertThat(open.all()).extracting(OpenDelivery::task).containsExactlyInAnyOrder(alert(4), alert(5));
        assertThat(open.lowWater()).contains(13L);
        assertThat(open.inDoubtCount()).isEqualTo(1);
    }

    @Test
    void shouldLeaveAloneWhatMayStillBeInFlight() {
        rebuild.apply(intent(1, 1), 10);

        assertThat(open.dueInDoubt(LATER.minusMillis(1), 10)).isEmpty();
        assertThat(open.dueInDoubt(LATER, 10)).hasSize(1);
    }

    @Test
    void shouldComeBackToWhatWasDeferredAtItsTime() {
        rebuild.apply(intent(1, 2), 10);
        rebuild.apply(outcome(1, 2, SendMark.Result.DEFERRED), 11);

        assertThat(open.nextDue()).contains(NOW.plusSeconds(10));
        assertThat(open.dueDeferred(NOW, 10, d -> true)).isEmpty();
        assertThat(open.dueDeferred(NOW.plusSeconds(10), 10, d -> true))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.attempt()).isEqualTo(2));
    }

    @Test
    void shouldGoBackToTheNewestIntentOnly() {
        rebuild.apply(intent(1, 1), 10);
        rebuild.apply(intent(2, 1), 11);
        rebuild.apply(outcome(1, 1, SendMark.Result.DEFERRED), 12);
        rebuild.apply(intent(1, 2), 13);
        assertThat(open.lowWater()).contains(11L);

        rebuild.apply(outcome(2, 1, SendMark.Result.ACCEPTED), 14);
        assertThat(open.lowWater()).contains(13L);

        rebuild.apply(outcome(1, 2, SendMark.Result.ACCEPTED), 15);
        assertThat(open.lowWater()).isEmpty();
        assertThat(open.size()).isZero();
        assertThat(open.nextDue()).isEmpty();
    }

    @Test
    void shouldNotCountACallThatWasNeverMade() {
        OpenDelivery delivery = OpenDelivery.first(alert(1), NOW).markedAt(3).notCalled(NOW);
        open.put(delivery);

        assertThat(delivery.inFlight(delivery.attempt() + 1).attempt()).isEqualTo(1);
        assertThat(open.lowWater()).contains(3L);
    }

    @Test
    void shouldIgnoreTheOutcomeOfWhatItDoesNotKnow() {
        rebuild.apply(outcome(1, 1, SendMark.Result.DEFERRED), 15);

        assertThat(open.size()).isZero();
    }
}
