package org.carillon.bench.rival;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.Form;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.Rival;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;

/**
 * The way most teams would build it: a query with a server-side cursor, and Kafka transactions of delivery batches; the cursor and
 * who was reached are kept in PostgreSQL. Its settings are those that it is fastest with.
 */
public final class PostgresFanOut implements Rival {
    /** One per core was the fastest of one and two. */
    private static final int WORKERS = 2;

    private static final String MARKS = "postgres-marks";

    /** All of it fits into memory; a commit is safe from a kill but not from a power cut, as it is in the broker. */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers=1GB",
            "work_mem=64MB",
            "maintenance_work_mem=512MB",
            "effective_cache_size=4GB",
            "synchronous_commit=on",
            "fsync=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=8GB",
            "checkpoint_timeout=1h",
            "autovacuum=off",
            "jit=off",
            "random_page_cost=1.1",
            "plan_cache_mode=force_custom_plan",
            "bgwriter_lru_maxpages=0");

    private static final Form FORM = new Form() {
        @Override
        public int recipients(byte[] record) {
            return BATCHES.recipients(record);
        }

        @Override
        public void read(ConsumerRecord<String, byte[]> record, To to) {
            BATCHES.read(record, (partition, id) -> to.recipient(Population.partition(id), Population.ordinal(id)));
        }
    };

    private final BrokerProcess broker;
    private final PostgresServer server;
    private final List<PostgresWorker> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final int count;
    private int size;

    private PostgresFanOut(BrokerProcess broker, PostgresServer server, int count) {
        this.broker = broker;
        this.server = server;
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Why it cannot be measured here, or empty. */
    public static Optional<String> absent() throws IOException {
        return PostgresServer.programs().isPresent() ? Optional.empty() : Optional.of(PostgresServer.ABSENT);
    }

    /** Starts a server with its data in the folder. */
    public static PostgresFanOut start(BrokerProcess broker, Path folder) throws IOException, InterruptedException {
        return start(broker, folder, WORKERS);
    }

    /** The same with another number of workers. */
    public static PostgresFanOut start(BrokerProcess broker, Path folder, int workers)
            throws IOException, InterruptedException {
        Path programs = PostgresServer.programs().orElseThrow(() -> new IOException(PostgresServer.ABSENT));
        broker.createTopic(new TopicSpec(MARKS, 1, Map.of("cleanup.policy", "compact"), "bench", "bench"));
        return new PostgresFanOut(broker, PostgresServer.start(programs, folder, SETTINGS), workers);
    }

    @Override
    public String name() {
        return "PostgreSQL + batches";
    }

    @Override
    public String topic() {
        return Topics.SMS_URGENT.name();
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public int fewer() {
        return 1;
    }

    @Override
    public void load(Population population) throws IOException {
        size = population.size();
        try (Connection connection = server.connect()) {
            PostgresTables.load(connection, population);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void wake() throws IOException {
        try {
            for (int i = 0; i < count; i++) {
                int from = (int) ((long) size * i / count);
                int to = (int) ((long) size * (i + 1) / count);
                workers.add(PostgresWorker.start(broker.clients(), server, MARKS, i, from, to));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void send(AlertId alertId, Match match) throws InterruptedException {
        List<Callable<Integer>> shares = new ArrayList<>();
        workers.forEach(worker -> shares.add(() -> worker.fanOut(alertId, match)));
        for (Future<Integer> done : threads.invokeAll(shares)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("PostgreSQL + batches failed", e.getCause());
            }
        }
    }

    @Override
    public void rest() throws IOException {
        workers.forEach(PostgresWorker::close);
        workers.clear();
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(true);
            // What it would write later, while others are measured.
            PostgresTables.execute(connection, List.of("CHECKPOINT"));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long cpuNanos() {
        return server.cpuNanos();
    }

    @Override
    public void close() {
        workers.forEach(PostgresWorker::close);
        threads.shutdownNow();
        server.close();
    }

    private static IOException failed(SQLException e) {
        return new IOException("PostgreSQL: " + e.getMessage(), e);
    }
}
