package org.carillon.hub.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.hub.config.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPortsTest {
    private static final Endpoint ANYWHERE = new Endpoint("127.0.0.1", 0);

    @TempDir
    Path temp;

    @Test
    void shouldRememberThePortsOfTheLastStart() {
        // Given
        BrokerPorts first = BrokerPorts.choose(temp.resolve("ports"), ANYWHERE);

        // When
        BrokerPorts second = BrokerPorts.choose(temp.resolve("ports"), ANYWHERE);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.clients()).isNotEqualTo(first.controller());
    }

    @Test
    void shouldTakeAnotherPortWhenTheRememberedOneIsTaken() throws IOException {
        // Given
        BrokerPorts first = BrokerPorts.choose(temp.resolve("ports"), ANYWHERE);
        try (ServerSocket taken = new ServerSocket(first.clients(), 1, InetAddress.getLoopbackAddress())) {
            // When
            BrokerPorts second = BrokerPorts.choose(temp.resolve("ports"), ANYWHERE);

            // Then
            assertThat(second.clients()).isNotEqualTo(taken.getLocalPort());
            assertThat(second.controller()).isEqualTo(first.controller());
        }
    }

    @Test
    void shouldTakeTheConfiguredPort() {
        assertThat(BrokerPorts.choose(temp.resolve("ports"), new Endpoint("127.0.0.1", 19_092))
                        .clients())
                .isEqualTo(19_092);
    }

    @Test
    void shouldChooseAnewWhenTheFileIsDamaged() throws IOException {
        // Given
        Files.writeString(temp.resolve("ports"), "clients=99999999\ncontroller=x");

        // When // Then
        assertThat(BrokerPorts.choose(temp.resolve("ports"), ANYWHERE).clients())
                .isBetween(20_000, 32_000);
    }
}
