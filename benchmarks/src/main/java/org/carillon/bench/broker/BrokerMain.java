package org.carillon.bench.broker;

import java.io.IOException;
import java.nio.file.Path;
import org.carillon.hub.config.Endpoint;
import org.carillon.hub.kafka.EmbeddedKafka;

/** The hub's broker alone in a process; it stays until its standard input ends, so it cannot outlive who started it. */
final class BrokerMain {
    static final String UP = "UP ";

    private BrokerMain() {}

    /** Starts in folder {@code args[0]} and prints where it listens. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), new Endpoint("127.0.0.1", 0))) {
            System.out.println(UP + kafka.bootstrap());
            while (System.in.read() >= 0) {
                // Nobody writes; only the end counts.
            }
        }
    }
}
