package org.carillon.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.alert.AlertId;

/** The batches of one alert as they are read: counted at once, checked recipient by recipient when the clock has stopped. */
public final class Delivery {
    private static final long PATIENCE_SECONDS = 120;

    private final AlertId alertId;
    private final Form form;
    private final Recipients expected;
    private final int expectedSize;
    private final Recipients seen = new Recipients();
    private final CompletableFuture<Long> complete = new CompletableFuture<>();
    private List<ConsumerRecord<String, byte[]>> unchecked = new ArrayList<>();
    private int recipients;
    private int batches;
    private int doubled;

    /** Of an alert of which batches come. */
    public Delivery(AlertId alertId, Recipients expected) {
        this(alertId, expected, Form.BATCHES);
    }

    Delivery(AlertId alertId, Recipients expected, Form form) {
        this.alertId = alertId;
        this.form = form;
        this.expected = expected;
        this.expectedSize = expected.size();
    }

    public AlertId alertId() {
        return alertId;
    }

    int expectedSize() {
        return expectedSize;
    }

    synchronized void add(ConsumerRecord<String, byte[]> batch) {
        unchecked.add(batch);
        batches++;
        recipients += form.recipients(batch.value());
        if (recipients >= expectedSize) {
            complete.complete(System.nanoTime());
        }
    }

    void fail(Throwable cause) {
        complete.completeExceptionally(cause);
    }

    /** Whether the last expected recipient was read. */
    boolean isComplete() {
        return complete.isDone();
    }

    /** When the last expected recipient was read, on the nano clock. */
    public long await() throws InterruptedException {
        try {
            return complete.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new TimedOutException(
                    "fan-out: %d of %d recipients read in %d s".formatted(read(), expectedSize, PATIENCE_SECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException("fan-out cannot be read", e.getCause());
        }
    }

    /** Decodes what has come since the last time; what comes later is still counted. */
    public synchronized Audit audit() {
        for (ConsumerRecord<String, byte[]> record : unchecked) {
            form.read(record, this::note);
        }
        unchecked = new ArrayList<>();
        return new Audit(expected.without(seen), doubled, seen.without(expected));
    }

    private void note(int partition, int ordinal) {
        if (!seen.add(partition, ordinal)) {
            doubled++;
        }
    }

    synchronized double recipientsPerBatch() {
        return (double) recipients / batches;
    }

    /** Recipients read so far. */
    public synchronized int read() {
        return recipients;
    }
}
