package org.carillon.schemas.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapModelTest {

    private static final CapTime SENT =
            CapTime.parse("2025-11-11T17:51:09-08:00").orElseThrow();

    @Test
    void shouldOrderSeverities() {
        assertThat(Severity.EXTREME.atLeast(Severity.SEVERE)).isTrue();
        assertThat(Severity.MODERATE.atLeast(Severity.SEVERE)).isFalse();
        assertThat(Severity.MINOR.atLeast(Severity.UNKNOWN)).isTrue();
        assertThat(Severity.UNKNOWN.atLeast(Severity.MINOR)).isTrue();
        assertThat(Severity.values()).filteredOn(Severity::isUrgent).containsExactly(Severity.EXTREME, Severity.SEVERE);
    }

    @Test
    void shouldMatchAReferenceByTheMomentNotByItsSpelling() {
        // Given
        CapAlert original = CapAlert.builder("a", "s", SENT).build();

        // When
        CapReference reference =
                CapReference.parse("s,a,2025-11-12T01:51:09+00:00").orElseThrow();

        // Then
        assertThat(reference.means(original)).isTrue();
        assertThat(CapReference.to(original)).isNotEqualTo(reference);
        assertThat(reference.text()).isEqualTo("s,a,2025-11-12T01:51:09+00:00");
    }

    @Test
    void shouldReadReferencesOfThreePartsOnly() {
        assertThat(CapReference.parse("s,a")).isEmpty();
        assertThat(CapReference.parse("s,,2025-11-12T01:51:09+00:00")).isEmpty();
        assertThat(CapReference.parse("s,a,2025-11-12T01:51:09Z")).isEmpty();
    }

    @Test
    void shouldSplitAndJoinQuotedNames() {
        List<String> names = List.of("Drought", "Infectious Disease", "Fire");
        assertThat(QuotedNames.join(names)).isEqualTo("Drought \"Infectious Disease\" Fire");
        assertThat(QuotedNames.split(QuotedNames.join(names))).isEqualTo(names);
        assertThatThrownBy(() -> QuotedNames.join(List.of("a\"b"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldWritePositionsInPlainDecimals() {
        assertThat(new CapPoint(1e-7, -120).text()).isEqualTo("0.00000010,-120");
        assertThat(new CapPoint(-0.0, 0.5)).isEqualTo(new CapPoint(0, 0.5));
        assertThat(CapCircle.of(new CapPoint(1.5, 2), 0).text()).isEqualTo("1.5,2 0");
        assertThatThrownBy(() -> new CapPoint(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotHoldAnOpenPolygon() {
        List<CapPoint> open = List.of(new CapPoint(0, 0), new CapPoint(0, 1), new CapPoint(1, 1), new CapPoint(1, 0));
        assertThatThrownBy(() -> CapPolygon.of(open)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotExpireWhileAnInfoDoesNotSayWhen() {
        CapInfo info = CapInfo.builder(List.of(Category.MET), "Wind", Urgency.FUTURE, Severity.MINOR, Certainty.LIKELY)
                .expires(SENT)
                .build();
        CapAlert alert = CapAlert.builder("a", "s", SENT).infos(List.of(info)).build();
        assertThat(alert.lastExpiry()).contains(SENT.instant());
        assertThat(alert.toBuilder()
                        .infos(List.of(info, info.toBuilder().expires(null).build()))
                        .build()
                        .lastExpiry())
                .isEmpty();
    }
}
