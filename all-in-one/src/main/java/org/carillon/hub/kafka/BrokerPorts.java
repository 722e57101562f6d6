package org.carillon.hub.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.carillon.hub.config.Endpoint;

/**
 * The two ports of the embedded broker, remembered in a file.
 *
 * @param clients for clients
 * @param controller for its own controller
 */
record BrokerPorts(int clients, int controller) {
    // Below the range from which Linux takes the ports of outgoing connections: nobody comes between choosing and
    // binding.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    /** The remembered ports where they are free, others where not; the wanted one is taken as it is unless it is 0. */
    static BrokerPorts choose(Path file, Endpoint wanted) {
        try {
            BrokerPorts last = read(file);
            int clients = wanted.port() != 0 ? wanted.port() : free(wanted.host(), last.clients, 0);
            int controller = free(BrokerSettings.LOOPBACK, last.controller, clients);
            BrokerPorts chosen = new BrokerPorts(clients, controller);
            if (!chosen.equals(last)) {
                chosen.write(file);
            }
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException("no ports for the embedded Kafka: " + e.getMessage(), e);
        }
    }

    /** Where the broker of that folder was last reached by clients; empty where there was none. */
    static OptionalInt lastClients(Path file) {
        try {
            int port = read(file).clients;
            return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static int free(String host, int preferred, int taken) throws IOException {
        int port = preferred;
        for (int i = 0; i < TRIES; i++) {
            if (port != 0 && port != taken && isFree(new Endpoint(host, port))) {
                return port;
            }
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        }
        throw new IOException("none is free between " + LOWEST + " and " + HIGHEST + " on " + host);
    }

    private static boolean isFree(Endpoint endpoint) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(endpoint.address());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static BrokerPorts read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        }
        return new BrokerPorts(number(values, "clients"), number(values, "controller"));
    }

    private static int number(Properties values, String name) {
        try {
            int port = Integer.parseInt(values.getProperty(name, "0"));
            return port > 0 && port <= 65_535 ? port : 0;
        } catch (NumberFormatException e) {
            // A file cut short by a crash: the ports are only a convenience.
            return 0;
        }
    }

    private void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("clients", Integer.toString(clients));
        values.setProperty("controller", Integer.toString(controller));
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }
}
