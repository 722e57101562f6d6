package org.carillon.bench.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A whole hub with its demo in a process of its own, which can be killed. */
public final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LAST_LINES = 12;

    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable Process process;

    /**
     * A hub whose data lie in {@code folder}; nothing is started yet.
     *
     * @param settings environment variables of its configuration
     */
    public HubProcess(Path folder, int port, Map<String, String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /** Its data folder. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Starts it and waits until it says READY; how long that took. */
    public Duration start() throws IOException, InterruptedException {
        long from = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-Dcarillon.cities=" + System.getProperty("carillon.cities", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "org.carillon.hub.Main",
                "up",
                "--demo",
                "--data",
                data().toString(),
                "--port",
                Integer.toString(port)));
        Path log = folder.resolve("hub.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        Process started = builder.start();
        process = started;
        CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(() -> saysReady(started));
        try {
            if (!ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the hub ended by itself; its last words:\n" + lastWords(log));
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the hub did not become ready; its last words:\n" + lastWords(log), e);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Asks it to stop; how long it took. */
    public Duration stop() throws InterruptedException {
        long from = System.nanoTime();
        Process running = process;
        if (running != null) {
            running.destroy();
            running.waitFor();
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** The folder is gone when somebody reads of the failure. */
    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static boolean saysReady(Process started) {
        BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY ")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
