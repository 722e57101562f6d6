package org.carillon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.carillon.ingest.TestHub;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutyNumbersTest {
    private static final PurposeId PURPOSE = new PurposeId(Duty.PURPOSE);
    private static final E164 NUMBER = E164.of("+15005550842");

    @TempDir
    Path temp;

    @Test
    void shouldSealAsTheSmsChannelOpens() {
        // Given
        KeyRing ring = ring("keys");

        // When
        Duty duty = DutyNumbers.of(ring).seal(NUMBER, true);

        // Then
        assertThat(ring.open(PURPOSE, duty.contact())).isEqualTo(NUMBER);
        assertThat(duty.deputy()).isTrue();
        assertThat(DutyNumbers.of(ring).ending(duty)).contains("42");
        assertThat(DutyNumbers.of(ring("other")).ending(duty))
                .as("another ring")
                .isEmpty();
        assertThat(duty.toString()).doesNotContain("42");
    }

    @Test
    void shouldReadWhatPeopleType() {
        DutyNumbers numbers = DutyNumbers.of(ring("keys"));

        for (String typed : List.of(
                "+34612345678",
                " +34 612 345 678 ",
                "+34-612-345-678",
                "+34 (612) 345.678",
                "+34\u00a0612\u2011345678")) {
            assertThat(numbers.read(typed)).as(typed).contains(E164.of("+34612345678"));
        }
        for (String typed :
                List.of("", "+", "34612345678", "+34 612", "tel:+34612345678", "+34612345678 x5", "++34612345678")) {
            assertThat(numbers.read(typed)).as(typed).isEmpty();
        }
    }

    private KeyRing ring(String name) {
        return KeyRing.open(temp.resolve(name), List.of(PURPOSE), TestHub.CLOCK);
    }
}
