package org.carillon.hub.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLineEncoderTest {
    @Test
    void shouldWriteOneFlatObject() throws IOException {
        // Given
        LoggingEvent event = event("alert \"issued\"\nnow", null);
        event.addKeyValuePair(new KeyValuePair("alertId", "abc"));
        event.addKeyValuePair(new KeyValuePair("recipients", 3));
        event.addKeyValuePair(new KeyValuePair("nothing", null));

        // When
        String line = new String(new JsonLineEncoder().encode(event), StandardCharsets.UTF_8);

        // Then
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("time").asText()).isEqualTo("2026-11-22T01:02:03Z");
        assertThat(json.path("level").asText()).isEqualTo("INFO");
        assertThat(json.path("logger").asText()).isEqualTo("org.carillon.X");
        assertThat(json.path("thread").asText()).isEqualTo("main");
        assertThat(json.path("message").asText()).isEqualTo("alert \"issued\"\nnow");
        assertThat(json.path("alertId").asText()).isEqualTo("abc");
        assertThat(json.path("recipients").asInt()).isEqualTo(3);
        assertThat(json.path("nothing").isNull()).isTrue();
        assertThat(json.has("error")).isFalse();
    }

    @Test
    void shouldWriteTheStackOfAnError() throws IOException {
        byte[] line = new JsonLineEncoder().encode(event("failed", new IllegalStateException("why")));
        assertThat(new ObjectMapper().readTree(line).path("error").asText())
                .startsWith("java.lang.IllegalStateException: why")
                .contains("JsonLineEncoderTest");
    }

    private static LoggingEvent event(String message, @Nullable Throwable error) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "caller", context.getLogger("org.carillon.X"), Level.INFO, message, error, new Object[0]);
        event.setInstant(Instant.parse("2026-11-22T01:02:03Z"));
        event.setThreadName("main");
        return event;
    }
}
