package org.carillon.schemas.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReachTest {
    @Property(tries = 200)
    void shouldAddUpAtEveryMoment(
            @ForAll @IntRange(max = 1000) int queued,
            @ForAll @IntRange(max = 1000) int sent,
            @ForAll @IntRange(max = 1000) int failed,
            @ForAll @IntRange(max = 1000) int suppressed) {
        Counts counts = new Counts((long) queued + sent + failed + suppressed, sent, sent / 2, failed, suppressed);

        assertThat(counts.queued()).isEqualTo(queued);
        assertThat(counts.plus(counts).queued()).isEqualTo(2L * queued);
        assertThat(counts.plus(Counts.NONE)).isEqualTo(counts);
    }

    @Test
    void shouldRefuseCountsThatDoNotAddUp() {
        assertThatThrownBy(() -> new Counts(1, 1, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counts(2, 1, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void shouldBeRightToAFifth(@ForAll @Size(min = 1, max = 40) List<@LongRange(max = 600_000) Long> millis) {
        // Given
        Latencies all = Latencies.NONE;
        for (long ms : millis) {
            all = all.with(ms, 1);
        }

        // When
        List<Long> sorted = millis.stream().sorted().toList();
        long median = sorted.get((sorted.size() + 1) / 2 - 1);

        // Then
        assertThat(all.firstMs()).isEqualTo(sorted.getFirst());
        assertThat(all.lastMs()).isEqualTo(sorted.getLast());
        assertThat(all.quantileMs(0.5)).isBetween(median, (long) Math.ceil(Math.max(1, median) * 1.2) + 1);
        assertThat(all.quantileMs(1)).isEqualTo(sorted.getLast());
    }

    @Property(tries = 100)
    void shouldAddInAnyOrder(
            @ForAll @LongRange(max = 100_000) long one,
            @ForAll @LongRange(max = 100_000) long two,
            @ForAll @LongRange(max = 100_000) long three) {
        Latencies a = Latencies.NONE.with(one, 3);
        Latencies b = Latencies.NONE.with(two, 1);
        Latencies c = Latencies.NONE.with(three, 2);

        assertThat(a.plus(b).plus(c)).isEqualTo(c.plus(a).plus(b));
        assertThat(a.plus(Latencies.NONE)).isEqualTo(a);
        assertThat(Latencies.NONE.quantileMs(0.5)).isEqualTo(-1);
    }
}
