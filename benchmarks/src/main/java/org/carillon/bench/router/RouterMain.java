package org.carillon.bench.router;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.bench.fanout.RouterUnderTest;
import org.carillon.router.config.KafkaSettings;

/** The router's nodes alone in a process; it stays until its standard input ends, so it cannot outlive who started it. */
final class RouterMain {
    static final String RUNNING = "RUNNING ";
    static final String HEAP = "HEAP ";
    static final String FAILED = "FAILED ";

    /** Asks what of the heap is in use when everything that can go has gone. */
    static final String ASK_HEAP = "heap";

    private static final int COLLECTIONS = 3;
    private static final int OWN_ARGUMENTS = 3;

    private RouterMain() {}

    /**
     * Starts against the broker {@code args[0]} with state folder {@code args[1]} as instance {@code args[2]}; what follows are
     * properties of Kafka Streams in place of the router's own, {@code name=value}.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        KafkaSettings settings = KafkaSettings.cluster(Map.of("bootstrap.servers", args[0]), Path.of(args[1]), args[2]);
        Map<String, String> others = Arrays.stream(args)
                .skip(OWN_ARGUMENTS)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        try (RouterUnderTest router = RouterUnderTest.start(
                settings, others, e -> System.out.println(FAILED + e.getClass().getSimpleName()))) {
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

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
