package org.carillon.bench.rival;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchWriter;
import org.carillon.schemas.topic.Topics;

/** Recipients of one worker, gathered by language and format into batches of the hub's own bytes. */
final class Groups {
    private static final int FORMATS = ContentFormat.values().length;

    private final AlertId alertId;
    private final int worker;
    private final DeliveryBatchWriter[] writers;
    private final int[][] ids;
    private int batches;

    Groups(AlertId alertId, int worker, Instant issuedAt, Instant expires) {
        this.alertId = alertId;
        this.worker = worker;
        int count = BenchCity.LANGUAGES.size() * FORMATS;
        this.writers = new DeliveryBatchWriter[count];
        this.ids = new int[count][DeliveryBatch.MAX_RECIPIENTS];
        Arrays.setAll(
                writers,
                group -> new DeliveryBatchWriter(
                        1,
                        "sms",
                        Lane.URGENT,
                        BenchCity.PURPOSE,
                        BenchCity.LANGUAGES.get(group / FORMATS),
                        ContentFormat.ofCode(group % FORMATS),
                        issuedAt,
                        expires));
    }

    void add(
            int language,
            int format,
            int id,
            byte[] contact,
            Consumer<ProducerRecord<String, byte[]>> to,
            ReachedBook book)
            throws SQLException {
        int group = language * FORMATS + format;
        ids[group][writers[group].count()] = id;
        writers[group].add(id, contact, 0, contact.length);
        if (writers[group].isFull()) {
            send(group, to, book);
        }
    }

    /** Sends those that are not full. */
    void flush(Consumer<ProducerRecord<String, byte[]>> to, ReachedBook book) throws SQLException {
        for (int group = 0; group < writers.length; group++) {
            if (writers[group].count() > 0) {
                send(group, to, book);
            }
        }
    }

    private void send(int group, Consumer<ProducerRecord<String, byte[]>> to, ReachedBook book) throws SQLException {
        int count = writers[group].count();
        int number = batches++;
        BatchId id = new BatchId(alertId, worker, number);
        book.add(number, group / FORMATS, group % FORMATS, Arrays.copyOf(ids[group], count));
        to.accept(new ProducerRecord<>(
                Topics.SMS_URGENT.name(), number % Topics.AUDIENCE_PARTITIONS, id.path(), writers[group].finish(id)));
    }
}
