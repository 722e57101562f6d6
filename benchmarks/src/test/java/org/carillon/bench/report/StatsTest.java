package org.carillon.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatsTest {
    @Test
    void shouldTakeTheMiddle() {
        assertThat(Stats.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Stats.median(List.of(9.0, 1.0, 5.0, 3.0))).isEqualTo(4.0);
        assertThat(Stats.median(List.of())).isNaN();
    }

    @Test
    void shouldTakeTheValueThatTheShareDoesNotExceed() {
        List<Double> values = List.of(4.0, 2.0, 1.0, 3.0);
        assertThat(Stats.quantile(values, 0.5)).isEqualTo(2.0);
        assertThat(Stats.quantile(values, 0.99)).isEqualTo(4.0);
        assertThat(Stats.quantile(values, 0)).isEqualTo(1.0);
        assertThat(Stats.quantile(List.of(), 0.5)).isNaN();
    }
}
