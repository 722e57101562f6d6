package org.carillon.bench.router;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.JavaChild;
import org.carillon.bench.broker.TimedOutException;
import org.jspecify.annotations.Nullable;

/** The router's audience and reach nodes in a process of its own: measured without anything else, and killed. */
public final class RouterProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long STOP_SECONDS = 40;
    private static final int LAST_LINES = 12;
    private static final String END = "END";
    private static final int LARGE = 2_000_000;

    private final Process process;
    private final Path log;
    private final long begun;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile @Nullable String failure;
    private double startSeconds;
    private double streamsSeconds;

    private RouterProcess(Process process, Path log, long begun) {
        this.process = process;
        this.log = log;
        this.begun = begun;
        Thread.ofVirtual().name("router-lines").start(this::read);
    }

    /** Heap that is enough for so many subscriptions, as {@code -Xmx} takes it. */
    public static String heapFor(int subscriptions) {
        return subscriptions <= LARGE ? "1g" : "3g";
    }

    /**
     * Starts one and returns when every task that it was given runs.
     *
     * @param stateDir its state folder; what it logs goes beside it
     * @param instanceId its name among the routers of that broker
     * @param jvmArguments such as its heap
     */
    public static RouterProcess start(Clients clients, Path stateDir, String instanceId, List<String> jvmArguments)
            throws IOException, InterruptedException {
        RouterProcess router = launch(clients, stateDir, instanceId, jvmArguments);
        router.awaitRunning();
        return router;
    }

    /** Starts one and returns at once; {@link #awaitRunning} waits for it. */
    public static RouterProcess launch(Clients clients, Path stateDir, String instanceId, List<String> jvmArguments)
            throws IOException {
        return launch(clients, stateDir, instanceId, jvmArguments, Map.of());
    }

    /** The same with properties of Kafka Streams in place of the router's own. */
    public static RouterProcess launch(
            Clients clients,
            Path stateDir,
            String instanceId,
            List<String> jvmArguments,
            Map<String, String> properties)
            throws IOException {
        Path folder = Files.createDirectories(stateDir.toAbsolutePath());
        Path log = folder.resolveSibling(instanceId + ".log");
        long begun = System.nanoTime();
        List<String> arguments = new ArrayList<>(List.of(clients.bootstrap(), folder.toString(), instanceId));
        properties.forEach((name, value) -> arguments.add(name + "=" + value));
        Process process = new ProcessBuilder(JavaChild.command(jvmArguments, RouterMain.class, arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new RouterProcess(process, log, begun);
    }

    /** Waits until every task runs; ends the process where that does not happen. */
    public void awaitRunning() throws IOException, InterruptedException {
        streamsSeconds = Double.parseDouble(answer(RouterMain.RUNNING));
        startSeconds = (System.nanoTime() - begun) / 1e9;
    }

    /** From the start of the process to the last task running. */
    public double startSeconds() {
        return startSeconds;
    }

    /** The same without the start of the JVM. */
    public double streamsSeconds() {
        return streamsSeconds;
    }

    /** What ended its work though the process still stands, or empty. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time used so far, in nanoseconds. */
    public long cpuNanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Bytes of the heap that are in use after a collection of everything. */
    public long heapInUse() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).write(RouterMain.ASK_HEAP + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        return Long.parseLong(answer(RouterMain.HEAP));
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it finish what is in flight and leave the group. */
    public void stop() throws InterruptedException {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            // It has ended already.
        }
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String answer(String prefix) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                kill();
                throw new TimedOutException("the router did not say " + prefix + "within " + PATIENCE);
            }
            if (line.equals(END)) {
                throw new IOException("the router ended by itself; its last words:\n" + lastWords());
            }
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(this::heard);
        } catch (IOException | RuntimeException e) {
            // Its end, however it came.
        }
        lines.add(END);
    }

    private void heard(String line) {
        if (line.startsWith(RouterMain.FAILED)) {
            failure = line;
        }
        lines.add(line);
    }

    /** The folder is gone when somebody reads of the failure. */
    private String lastWords() throws IOException {
        List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
    }
}
