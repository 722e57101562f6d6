package org.carillon.bench.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Three brokers, each a process of its own with a controller, set up as those of {@code docker/}: every topic on all three,
 * acknowledged by two. Clients, and the brokers among themselves, reach them over connections that can be cut.
 */
public final class Cluster implements AutoCloseable {
    public static final int NODES = 3;
    /** Heap of each. */
    public static final String HEAP = "-Xmx384m";

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final long PATIENCE_SECONDS = 180;
    private static final long STOP_SECONDS = 30;
    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final String id = Uuid.randomUuid().toString();
    private final Map<String, String> settings;
    private final List<Integer> listeners = ports();
    private final List<Integer> controllers = ports();
    private final List<Wire> wires = new ArrayList<>();
    private final @Nullable Process[] nodes = new Process[NODES];

    private Cluster(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        for (int listener : listeners) {
            wires.add(Wire.to(listener));
        }
    }

    /**
     * Starts it; returns when it has every topic of the hub.
     *
     * @param settings of each broker, in place of our own
     */
    public static Cluster start(Path folder, Map<String, String> settings) throws IOException {
        Cluster cluster = new Cluster(folder, settings);
        try {
            for (int node = 0; node < NODES; node++) {
                cluster.launch(node);
            }
            for (int node = 0; node < NODES; node++) {
                cluster.awaitUp(node);
            }
            try (Admin admin = cluster.clients().admin()) {
                TopicAdmin.ensure(
                        admin, Topics.all().stream().<TopicSpec>map(Topic::spec).toList());
            }
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    public Clients clients() {
        return new Clients(wires.stream().map(wire -> HOST + ":" + wire.port()).collect(Collectors.joining(",")));
    }

    /** kill -9 of one, 0 to 2. */
    public void kill(int node) throws InterruptedException {
        process(node).destroyForcibly().waitFor();
    }

    /** Stops one in good order. */
    public void stop(int node) throws InterruptedException, IOException {
        process(node).outputWriter(StandardCharsets.UTF_8).close();
        if (!process(node).waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill(node);
        }
    }

    /** Starts one again with its data; returns when it accepts clients. */
    public void restart(int node) throws IOException, InterruptedException {
        launch(node);
        awaitUp(node);
    }

    /** Cuts every connection to one; new ones are accepted at once. */
    public void cut(int node) {
        wires.get(node).cut();
    }

    /** Holds one up for that long, as a long pause of its collector or its disk would. */
    public void freeze(int node, long millis) throws IOException, InterruptedException {
        signal(node, "STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            signal(node, "CONT");
        }
    }

    /** Returns when every replica of every partition is in sync again. */
    public void awaitHealthy() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Admin admin = clients().admin()) {
            while (!healthy(admin)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimedOutException("not every replica is in sync again after " + PATIENCE_SECONDS + " s");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** How many lines of the brokers' logs so far name that. */
    public long logged(String what) throws IOException {
        long count = 0;
        for (int node = 0; node < NODES; node++) {
            try (Stream<String> lines = Files.lines(log(node), StandardCharsets.ISO_8859_1)) {
                count += lines.filter(line -> line.contains(what)).count();
            }
        }
        return count;
    }

    private static boolean healthy(Admin admin) throws InterruptedException {
        try {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == NODES);
        } catch (ExecutionException e) {
            // A broker is just going or coming.
            return false;
        }
    }

    private void launch(int node) throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of(
                Integer.toString(node + 1),
                id,
                folder.resolve("node-" + (node + 1)).toString()));
        all(node).forEach((name, value) -> arguments.add(name + "=" + value));
        nodes[node] = new ProcessBuilder(JavaChild.command(List.of(HEAP), ClusterMain.class, arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(log(node).toFile()))
                .start();
    }

    private void awaitUp(int node) throws IOException {
        BufferedReader out = process(node).inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(ClusterMain.UP)) {
                return;
            }
        }
        throw new IOException("broker " + (node + 1) + " did not start: " + Files.readString(log(node)));
    }

    private Map<String, String> all(int node) {
        Map<String, String> all = new HashMap<>(Map.of(
                "process.roles", "broker,controller",
                "controller.listener.names", "CONTROLLER",
                "default.replication.factor", "3",
                "min.insync.replicas", "2",
                "offsets.topic.replication.factor", "3",
                "transaction.state.log.replication.factor", "3",
                "transaction.state.log.min.isr", "2",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4"));
        all.putAll(Map.of(
                "share.coordinator.state.topic.replication.factor", "3",
                "share.coordinator.state.topic.min.isr", "2",
                "auto.create.topics.enable", "false",
                "message.max.bytes", Integer.toString(8 << 20),
                "replica.fetch.max.bytes", Integer.toString(8 << 20),
                "group.initial.rebalance.delay.ms", "0",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "log.cleaner.dedupe.buffer.size", Integer.toString(32 << 20),
                "metric.reporters", ""));
        all.put(
                "controller.quorum.voters",
                IntStream.range(0, NODES)
                        .mapToObj(each -> (each + 1) + "@" + HOST + ":" + controllers.get(each))
                        .collect(Collectors.joining(",")));
        all.put(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + listeners.get(node) + ",CONTROLLER://" + HOST + ":"
                        + controllers.get(node));
        all.put(
                "advertised.listeners",
                "PLAINTEXT://" + HOST + ":" + wires.get(node).port());
        all.putAll(settings);
        return all;
    }

    private void signal(int node, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process(node).pid()))
                .start()
                .waitFor();
    }

    private Path log(int node) {
        return folder.resolve("broker-" + (node + 1) + ".log");
    }

    private Process process(int node) {
        Process process = nodes[node];
        if (process == null) {
            throw new IllegalStateException("broker " + (node + 1) + " was never started");
        }
        return process;
    }

    /** Below the range of outgoing connections, so that nobody takes one while its broker is away. */
    private static List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < NODES) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!ports.contains(socket.getLocalPort())) {
                    ports.add(socket.getLocalPort());
                }
            } catch (IOException e) {
                // Taken: another one.
            }
        }
        return ports;
    }

    @Override
    public void close() {
        // At once: a broker that stops in good order waits for others, which stop too.
        for (Process node : nodes) {
            if (node != null) {
                node.destroyForcibly();
            }
        }
        wires.forEach(Wire::close);
        try {
            for (Process node : nodes) {
                if (node != null) {
                    node.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
