package org.carillon.bench.router;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.carillon.bench.fanout.RouterUnderTest;
import org.carillon.router.config.KafkaSettings;

/** The router's nodes alone in a process; it stays until its standard input ends, so it cannot outlive who started it. */
final class RouterMain {
    static final String RUNNING = "RUNNING ";
    static final String HEAP = "HEAP ";

    /** Asks what of the heap is in use when everything that can go has gone. */
    static final String ASK_HEAP = "heap";

    private static final String PREFIX = "router.";
    private static final int COLLECTIONS = 3;

    private RouterMain() {}

    /** Starts against the broker {@code args[0]} with state folder {@code args[1]} as instance {@code args[2]}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        KafkaSettings settings = new KafkaSettings(
                args[0], Path.of(args[1]), args[2], 2, -1, poll(), Duration.ofSeconds(15), clientProperties());
        try (RouterUnderTest router = RouterUnderTest.start(settings)) {
            System.out.println(RUNNING + router.startSeconds());
            answer();
        }
        // Where its broker went before it, its threads would stay.
        Runtime.getRuntime().halt(0);
    }

    private static void answer() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(ASK_HEAP)) {
                System.out.println(HEAP + heapInUse());
            }
        }
    }

    /** Of Kafka Streams, for experiments: {@code -Drouter.restore.consumer.max.poll.records=5000}, and so on. */
    private static Map<String, String> clientProperties() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> properties.put(name.substring(PREFIX.length()), System.getProperty(name)));
        return properties;
    }

    /** That of the hub itself, wherever it is decided. */
    private static Duration poll() {
        return KafkaSettings.embedded("", Path.of("")).poll();
    }

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
