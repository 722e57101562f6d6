package org.carillon.bench.broker;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The hub's broker in a child process with every topic of the hub. A process of its own, so that its heap, its collector and
 * its just-in-time compiler are the same for all that is measured against it.
 */
public final class BrokerProcess implements AutoCloseable {
    /** Heap of the child; Kafka keeps its data in the system's page cache. */
    public static final String HEAP = "-Xmx1g";

    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final Clients clients;

    private BrokerProcess(Process process, Clients clients) {
        this.process = process;
        this.clients = clients;
    }

    /** Starts it with its data in the folder; returns when it accepts clients and the topics are there. */
    public static BrokerProcess start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("broker.log");
        Process process = new ProcessBuilder(
                        JavaChild.command(List.of(HEAP, "-Xms1g"), BrokerMain.class, List.of(folder.toString())))
                .redirectError(log.toFile())
                .start();
        String bootstrap = bootstrap(process);
        if (bootstrap == null) {
            process.destroyForcibly();
            throw new IOException("the broker did not start: " + Files.readString(log));
        }
        BrokerProcess started = new BrokerProcess(process, new Clients(bootstrap));
        started.createTopics(Topics.all().stream().<TopicSpec>map(Topic::spec).toList());
        return started;
    }

    /** Settings of clients that reach it. */
    public Clients clients() {
        return clients;
    }

    /** Makes a topic for one measurement. */
    public void createTopic(TopicSpec spec) {
        createTopics(List.of(spec));
    }

    /** Takes it away with its files. */
    public void deleteTopic(String name) {
        try (Admin admin = clients.admin()) {
            admin.deleteTopics(List.of(name))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /**
     * Processor time that this process and the broker have used so far, in nanoseconds: where other work shares the cores,
     * it tells what a measurement cost when the clock on the wall does not.
     */
    public long cpuNanos() {
        long own =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return own + process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private void createTopics(List<TopicSpec> specs) {
        try (Admin admin = clients.admin()) {
            TopicAdmin.ensure(admin, specs);
        }
    }

    @Override
    public void close() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String bootstrap(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(BrokerMain.UP)) {
                return line.substring(BrokerMain.UP.length());
            }
        }
        return null;
    }
}
