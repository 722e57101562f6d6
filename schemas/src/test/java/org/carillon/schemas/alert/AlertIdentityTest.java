package org.carillon.schemas.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdentityTest {
    private static final Instant SENT = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void shouldBeTheSameForTwoSpellingsOfOneInstant() {
        Instant other = OffsetDateTime.parse("2026-11-22T13:00:00+01:00").toInstant();

        assertThat(AlertId.of("s", "i", other)).isEqualTo(AlertId.of("s", "i", SENT));
        assertThat(VerificationCode.of("s", "i", other)).isEqualTo(VerificationCode.of("s", "i", SENT));
    }

    @Test
    void shouldStayWhatItWasWhenItWasPrinted() {
        // Golden: codes stand on posters and in telephones.
        assertThat(AlertId.of("s", "i", SENT).value()).isEqualTo("qqeszsyqe7ffhiu6ew6mf6yqx4");
        assertThat(VerificationCode.of("s", "i", SENT).value()).isEqualTo("X2JF-4B94");
    }

    @Test
    void shouldDifferBySenderIdentifierAndSecond() {
        assertThat(Arrays.asList(
                        AlertId.of("s", "i", SENT),
                        AlertId.of("t", "i", SENT),
                        AlertId.of("s", "j", SENT),
                        AlertId.of("s", "i", SENT.plusSeconds(1))))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void shouldForgiveTyping(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        VerificationCode code = VerificationCode.of("s", "i", Instant.ofEpochSecond(second));
        String typed = ' ' + code.value().replace("-", "").replace('0', 'o').replace('1', 'l');

        assertThat(VerificationCode.parse(typed)).contains(code);
        assertThat(VerificationCode.parse(code.value())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "ABCD-EFGU", "ABCD-EFGHJ", "١٢٣٤-٥٦٧٨"})
    void shouldNotTakeAnythingElseForACode(String typed) {
        assertThat(VerificationCode.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new VerificationCode(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxy1", "../etc/passwd"})
    void shouldNotTakeAnythingElseForAnId(String text) {
        assertThat(AlertId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new AlertId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void shouldOfferOnlyLegalSteps(AlertState state) {
        for (AlertState next : AlertState.values()) {
            assertThat(state.mayBecome(next)).isEqualTo(state.next().contains(next));
        }
        assertThat(state.next()).doesNotContain(state, AlertState.DRAFT, AlertState.QUARANTINED);
        boolean ended = switch (state) {
            case REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> true;
            case DRAFT, PENDING_APPROVAL, RETURNED, QUARANTINED, ISSUED -> false;
        };
        assertThat(state.next().isEmpty()).isEqualTo(ended);
        assertThat(state.wireName()).matches("[a-z-]+");
    }

    @Test
    void shouldNeverIssueWhatNobodyWasAskedFor() {
        assertThat(AlertState.DRAFT.mayBecome(AlertState.ISSUED)).isFalse();
        assertThat(AlertState.RETURNED.mayBecome(AlertState.ISSUED)).isFalse();
        assertThat(AlertState.ISSUED.mayBecome(AlertState.PENDING_APPROVAL)).isFalse();
    }
}
