package org.carillon.hub.kafka;

import java.io.IOException;
import java.nio.file.Path;
import org.carillon.hub.config.Endpoint;

/** A hub's broker in a process of its own, so that a test can kill it. */
final class BrokerProcess {
    private static final Endpoint ANYWHERE = new Endpoint("127.0.0.1", 0);

    private BrokerProcess() {}

    /** Starts in folder {@code args[0]}, prints where it listens, and stays until its standard input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), ANYWHERE)) {
            System.out.println("UP " + kafka.bootstrap());
            if (System.in.read() >= 0) {
                System.out.println("DOWN");
            }
        }
    }
}
