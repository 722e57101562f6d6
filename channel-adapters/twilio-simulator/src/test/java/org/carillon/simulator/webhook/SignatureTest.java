package org.carillon.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example of Twilio's own libraries. */
    @Test
    void shouldSignAsTwilioDoes() {
        Map<String, String> form = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");

        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", new TreeMap<>(form)))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }
}
