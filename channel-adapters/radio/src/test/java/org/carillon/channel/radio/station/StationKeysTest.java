package org.carillon.channel.radio.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.carillon.channel.radio.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationKeysTest {
    private final StationKeys keys = new StationKeys();

    @BeforeEach
    void open() {
        keys.put("sol", Fixtures.station("sol", List.of("es"), List.of(), true));
        keys.put("luna", Fixtures.station("luna", List.of("es"), List.of(), true));
        keys.put("mute", Fixtures.station("mute", List.of("es"), List.of(), false));
    }

    @Test
    void shouldKnowAStationByItsKey() {
        assertThat(keys.find("Bearer key-of-sol")).get().hasFieldOrPropertyWithValue("id", "sol");
        assertThat(keys.find("bearer  key-of-luna")).get().hasFieldOrPropertyWithValue("id", "luna");
        assertThat(keys.find(basic("sol:key-of-sol"))).get().hasFieldOrPropertyWithValue("id", "sol");
    }

    @Test
    void shouldKnowNobodyElse() {
        assertThat(keys.find(null)).isEmpty();
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find("Bearer")).isEmpty();
        assertThat(keys.find("Bearer wrong")).isEmpty();
        assertThat(keys.find("Digest key-of-sol")).isEmpty();
        assertThat(keys.find("Bearer key-of-mute")).isEmpty();
        assertThat(keys.find(basic("mute:key-of-mute"))).isEmpty();
        assertThat(keys.find(basic("sol:key-of-luna"))).isEmpty();
        assertThat(keys.find(basic("nobody:key-of-sol"))).isEmpty();
        assertThat(keys.find(basic("sol"))).isEmpty();
        assertThat(keys.find("Basic !")).isEmpty();
    }

    @Test
    void shouldForgetAStationThatIsGoneOrClosed() {
        keys.put("sol", Fixtures.station("sol", List.of("es"), List.of(), false));
        keys.put("luna", null);

        assertThat(keys.find("Bearer key-of-sol")).isEmpty();
        assertThat(keys.find("Bearer key-of-luna")).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
