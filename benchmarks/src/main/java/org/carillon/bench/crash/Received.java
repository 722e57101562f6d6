package org.carillon.bench.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchCodec;
import org.carillon.schemas.topic.Topics;

/** The committed batches of one alert, and when each could be read. */
final class Received {
    private final AlertId alertId;
    private final BitSet told = new BitSet();
    /** Recipient by recipient the number and, in the low byte, the language: a million of them are small. */
    private long[] notes = new long[1024];

    private int noted;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final CompletableFuture<Long> complete = new CompletableFuture<>();
    private int doubled;
    private int wrongContact;

    /** When a batch was cut, by its own clock, and when it was read, in nanoseconds. */
    private record Arrival(int partition, long cutAt, long readAt) {}

    Received(AlertId alertId) {
        this.alertId = alertId;
    }

    AlertId alertId() {
        return alertId;
    }

    synchronized void add(ConsumerRecord<String, byte[]> record, long readAt) {
        DeliveryBatch batch = DeliveryBatchCodec.decode(record.value());
        arrivals.add(new Arrival(record.partition(), record.timestamp(), readAt));
        int language = BenchCity.LANGUAGES.indexOf(batch.language());
        for (DeliveryBatch.Entry entry : batch.entries()) {
            int subscription = Resident.subscription(record.partition(), entry.ordinal());
            doubled += told.get(subscription) ? 1 : 0;
            told.set(subscription);
            wrongContact += Resident.subscription(entry.contact()) == subscription ? 0 : 1;
            if (noted == notes.length) {
                notes = Arrays.copyOf(notes, noted * 2);
            }
            notes[noted++] = (long) subscription << Byte.SIZE | language;
        }
    }

    /** Every partition has ended and every batch was read. */
    void end(long at) {
        complete.complete(at);
    }

    boolean ended() {
        return complete.isDone();
    }

    void fail(Throwable cause) {
        complete.completeExceptionally(cause);
    }

    /** When it ended, on the nano clock. */
    long await(long seconds) throws InterruptedException {
        try {
            return complete.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new TimedOutException("an alert had not gone out after " + seconds + " s: " + batches()
                    + " batches were read, nothing new for " + quietSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("batches cannot be read", e.getCause());
        }
    }

    synchronized int batches() {
        return arrivals.size();
    }

    /** Recipients so far. */
    synchronized int told() {
        return told.cardinality();
    }

    private synchronized long quietSeconds() {
        return arrivals.isEmpty()
                ? -1
                : TimeUnit.NANOSECONDS.toSeconds(
                        System.nanoTime() - arrivals.getLast().readAt());
    }

    /** For each partition that had such batches, when the first could be read that was cut after that millisecond. */
    synchronized LongStream firstCutAfterByPartition(long millis) {
        return IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(partition -> arrivals.stream()
                        .filter(arrival -> arrival.partition() == partition && arrival.cutAt() > millis)
                        .mapToLong(Arrival::readAt)
                        .min())
                .flatMapToLong(OptionalLong::stream);
    }

    /** Checks everybody; what comes later is found by the next check. */
    synchronized Findings check(Expected expected) {
        int wrong = wrongContact;
        for (int i = 0; i < noted; i++) {
            wrong += expected.reads((int) (notes[i] >> Byte.SIZE), (int) notes[i] & 0xff) ? 0 : 1;
        }
        return new Findings(expected.missed(told), doubled, expected.strangers(told), wrong);
    }
}
