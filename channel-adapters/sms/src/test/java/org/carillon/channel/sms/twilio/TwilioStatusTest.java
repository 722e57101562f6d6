package org.carillon.channel.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.carillon.schemas.delivery.DeliveryStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioStatusTest {
    @ParameterizedTest
    @CsvSource({
        "delivered, DELIVERED",
        "read, DELIVERED",
        "sent, SENT",
        "undelivered, FAILED",
        "failed, FAILED",
        "canceled, FAILED"
    })
    void shouldKnowWhatBecameOfAMessage(String status, DeliveryStatus expected) {
        assertThat(TwilioStatus.parse(status)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "accepted", "scheduled", "receiving", "received", "", "new-in-2027"})
    void shouldSayNothingWhereTwilioSaysNothing(String status) {
        assertThat(TwilioStatus.parse(status)).isEmpty();
    }
}
