package org.carillon.channel.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.carillon.channel.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioErrorsTest {
    private static Outcome outcome(int status, int code) {
        return TwilioErrors.outcome(status, Optional.of(code), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "400, 14107", "400, 30022", "400, 63018", "400, 30017"})
    void shouldComeBackToAMessageWhenItIsTooMuch(int status, int code) {
        assertThat(outcome(status, code))
                .isEqualTo(new Outcome.Deferred(Integer.toString(code), Optional.empty(), Outcome.Scope.MESSAGE));
    }

    @Test
    void shouldHonourRetryAfter() {
        assertThat(TwilioErrors.outcome(429, Optional.empty(), TwilioErrors.retryAfter(Optional.of(" 7 "))))
                .isEqualTo(new Outcome.Deferred("http-429", Optional.of(Duration.ofSeconds(7)), Outcome.Scope.MESSAGE));
        assertThat(TwilioErrors.retryAfter(Optional.of("Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEmpty();
        assertThat(TwilioErrors.retryAfter(Optional.of("-1"))).isEmpty();
        assertThat(TwilioErrors.retryAfter(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003",
        "404, 20404",
        "400, 21606",
        "400, 21603",
        "400, 21703",
        "400, 21704",
        "400, 21705",
        "400, 30002",
        "400, 21212",
        "400, 21611",
        "400, 30001",
        "403, 20403",
        "302, 0"
    })
    void shouldStopTheSenderWhenTheFaultIsOurs(int status, int code) {
        assertThat(outcome(status, code))
                .isInstanceOfSatisfying(
                        Outcome.Deferred.class,
                        deferred -> assertThat(deferred.scope()).isEqualTo(Outcome.Scope.SENDER));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {21211, 21614, 21610, 21217, 21266, 21408, 21612, 21617, 21602, 30004, 30005, 30006, 30007, 99999})
    void shouldNotTryAgainWhatIsFinal(int code) {
        assertThat(outcome(400, code)).isEqualTo(new Outcome.Refused(Integer.toString(code)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 201, 0})
    void shouldBeInDoubtWhenTheAnswerLeavesItOpen(int status) {
        assertThat(TwilioErrors.outcome(status, Optional.empty(), Optional.empty()))
                .isEqualTo(new Outcome.InDoubt("http-" + status));
    }
}
