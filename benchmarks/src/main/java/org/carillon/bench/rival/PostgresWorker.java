package org.carillon.bench.rival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;

/**
 * Fans out to a range of the subscriptions, slice by slice. A slice is committed in PostgreSQL with its cursor and who is in each
 * batch, and then in Kafka with a mark of its number; after a crash the mark tells whether the last slice has to be sent again.
 */
final class PostgresWorker implements AutoCloseable {
    /** Rows of one fetch, and of one slice. */
    static final int SLICE = 10_000;

    private static final String MATCHED = """
            SELECT id, language, format, contact FROM subscription
            WHERE id > ? AND id < ? AND purpose = ? AND districts && ? AND (level = ANY (?) OR topics & ? <> 0)
            ORDER BY id""";

    private final KafkaProducer<String, byte[]> producer;
    private final Connection reading;
    private final Connection writing;
    private final String marks;
    private final int number;
    private final int from;
    private final int to;

    private PostgresWorker(
            KafkaProducer<String, byte[]> producer,
            Connection reading,
            Connection writing,
            String marks,
            int number,
            int from,
            int to) {
        this.producer = producer;
        this.reading = reading;
        this.writing = writing;
        this.marks = marks;
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /** One for the subscriptions from {@code from} to before {@code to}. */
    static PostgresWorker start(Clients clients, PostgresServer server, String marks, int number, int from, int to)
            throws SQLException {
        KafkaProducer<String, byte[]> producer = clients.bulkProducer(
                new StringSerializer(),
                new ByteArraySerializer(),
                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "postgres-" + number));
        producer.initTransactions();
        return new PostgresWorker(producer, server.connect(), server.connect(), marks, number, from, to);
    }

    /** How many it reached. */
    int fanOut(AlertId alertId, Match match) throws SQLException {
        int reached = 0;
        Instant now = Instant.now();
        try (PreparedStatement query = reading.prepareStatement(MATCHED);
                ReachedBook book = new ReachedBook(writing, alertId, number)) {
            fill(query, match);
            query.setFetchSize(SLICE);
            Groups groups = new Groups(alertId, number, now, now.plus(Duration.ofHours(1)));
            try (ResultSet rows = query.executeQuery()) {
                boolean more = rows.next();
                while (more) {
                    producer.beginTransaction();
                    int inSlice = 0;
                    int last = 0;
                    while (more && inSlice < SLICE) {
                        last = rows.getInt(1);
                        groups.add(rows.getInt(2), rows.getInt(3), last, rows.getBytes(4), this::send, book);
                        inSlice++;
                        more = rows.next();
                    }
                    groups.flush(this::send, book);
                    int slice = book.commit(last);
                    mark(alertId, slice);
                    producer.commitTransaction();
                    reached += inSlice;
                }
            }
            reading.commit();
        }
        return reached;
    }

    private void fill(PreparedStatement query, Match match) throws SQLException {
        query.setInt(1, from - 1);
        query.setInt(2, to);
        query.setShort(3, (short) 0);
        query.setArray(
                4,
                reading.createArrayOf(
                        "int2",
                        match.districts().stream()
                                .map(BenchCity.DISTRICTS::indexOf)
                                .toArray()));
        query.setArray(
                5,
                reading.createArrayOf(
                        "int2",
                        Stream.of(Level.values())
                                .filter(level -> level.admits(match.severity()))
                                .map(Level::code)
                                .toArray()));
        query.setLong(6, 1L << BenchCity.TOPICS.indexOf(match.topic()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // committing throws what a send has met
    private void send(ProducerRecord<String, byte[]> batch) {
        producer.send(batch);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void mark(AlertId alertId, int slice) {
        producer.send(new ProducerRecord<>(marks, alertId.value() + '.' + number, new byte[] {
            (byte) (slice >>> 24), (byte) (slice >>> 16), (byte) (slice >>> 8), (byte) slice
        }));
    }

    @Override
    public void close() {
        producer.close();
        try {
            reading.close();
            writing.close();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not let go of a connection", e);
        }
    }
}
