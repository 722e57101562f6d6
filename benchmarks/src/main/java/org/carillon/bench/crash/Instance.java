package org.carillon.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.router.RouterProcess;
import org.jspecify.annotations.Nullable;

/** One instance of the router with its state folder, through its lives. */
final class Instance implements AutoCloseable {
    private final Clients clients;
    private final Path stateDir;
    private final String id;
    private final Settings settings;
    private @Nullable RouterProcess process;

    /**
     * How instances run.
     *
     * @param jvm its heap above all
     * @param properties of Kafka Streams in place of the router's own
     */
    record Settings(List<String> jvm, Map<String, String> properties) {}

    Instance(Clients clients, Path folder, String id, Settings settings) {
        this.clients = clients;
        this.stateDir = folder.resolve(id);
        this.id = id;
        this.settings = settings;
    }

    /** Starts it; returns at once. */
    void launch() throws IOException {
        process = RouterProcess.launch(clients, stateDir, id, settings.jvm(), settings.properties());
    }

    /** Waits until all of its tasks run; seconds since its start. */
    double awaitRunning() throws IOException, InterruptedException {
        RouterProcess started = running();
        started.awaitRunning();
        return started.startSeconds();
    }

    void start() throws IOException, InterruptedException {
        launch();
        awaitRunning();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        running().kill();
    }

    /** In good order. */
    void stop() throws InterruptedException {
        running().stop();
    }

    /** Takes its state away, as on a new machine. */
    void wipe() {
        try (Stream<Path> all = Files.walk(stateDir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state cannot be wiped", e);
        }
    }

    /** That it gave up by itself is always a finding. */
    void check() {
        running().failure().ifPresent(failure -> {
            throw new IllegalStateException("router " + id + " gave up by itself: " + failure);
        });
    }

    boolean gaveUp() {
        return running().failure().isPresent();
    }

    private RouterProcess running() {
        RouterProcess now = process;
        if (now == null) {
            throw new IllegalStateException("router " + id + " was never started");
        }
        return now;
    }

    @Override
    public void close() {
        RouterProcess now = process;
        if (now != null) {
            now.close();
        }
    }
}
