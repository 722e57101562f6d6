package org.carillon.channel.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.channel.core.testkit.Tasks.ALERT;
import static org.carillon.channel.core.testkit.Tasks.NOW;
import static org.carillon.channel.core.testkit.Tasks.alert;
import static org.carillon.channel.core.testkit.Tasks.reply;

import java.time.Duration;
import org.carillon.channel.core.testkit.ManualClock;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final ContactId CONTACT = new ContactId(3, 4);

    private final ManualClock clock = new ManualClock(NOW);
    private final Gate gate = new Gate(clock, Duration.ofHours(4));

    private void shut(GateEntry entry, long offset) {
        gate.apply(entry.key(), entry, offset);
    }

    @Test
    void shouldBeOpenToBeginWith() {
        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Open());
        assertThat(gate.look(reply("r1", CONTACT))).isEqualTo(new Verdict.Open());
    }

    @Test
    void shouldStopAWithdrawnAlertAndReportItOnce() {
        shut(new GateEntry.AlertWithdrawn(ALERT, "cancelled", NOW), 7);

        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Closed("cancelled"));
        assertThat(gate.nextUndrained()).contains(new Gate.Withdrawal(ALERT, 7));
        assertThat(gate.nextUndrained()).isEmpty();
    }

    @Test
    void shouldNotReportAgainWhatWasReportedBeforeARestart() {
        gate.drainedBefore(8);
        shut(new GateEntry.AlertWithdrawn(ALERT, "cancelled", NOW), 7);

        assertThat(gate.nextUndrained()).isEmpty();
        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Closed("cancelled"));
    }

    @Test
    void shouldStopOnlyTheRecipientWhoLeft() {
        GateEntry left = new GateEntry.RecipientRemoved(new Recipient(5, 1), "forgotten", NOW);
        shut(left, 1);

        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Closed("forgotten"));
        assertThat(gate.look(alert(2))).isEqualTo(new Verdict.Open());

        gate.apply(left.key(), null, 2);
        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Open());
    }

    @Test
    void shouldLetOnlyTheConfirmationOfAStopPass() {
        shut(new GateEntry.ContactStopped(CONTACT, "bye", NOW), 1);

        assertThat(gate.look(reply("bye", CONTACT))).isEqualTo(new Verdict.Open());
        assertThat(gate.look(reply("other", CONTACT))).isEqualTo(new Verdict.Closed("stopped"));
        assertThat(gate.look(reply("other", new ContactId(9, 9)))).isEqualTo(new Verdict.Open());
    }

    @Test
    void shouldCloseAtTheSecondOfExpiry() {
        clock.advance(Duration.ofSeconds(3599));
        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Open());
        clock.advance(Duration.ofSeconds(1));
        assertThat(gate.look(alert(1))).isEqualTo(new Verdict.Closed("expired"));
        assertThat(gate.look(reply("r1", CONTACT))).isEqualTo(new Verdict.Open());
        clock.advance(Duration.ofHours(3));
        assertThat(gate.look(reply("r1", CONTACT))).isEqualTo(new Verdict.Closed("expired"));
    }
}
