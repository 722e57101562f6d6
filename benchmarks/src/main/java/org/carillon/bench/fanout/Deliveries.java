package org.carillon.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.carillon.schemas.alert.AlertId;

/** Alerts that are sent one after the other, each when the one before has been read to its last recipient. */
public final class Deliveries {
    private final BatchReader reader;
    private final Form form;
    private final LongSupplier cpuNanos;
    private final Random pauses = new Random(3);
    private final List<Delivery> all = new ArrayList<>();

    /** @param cpuNanos processor time of all that takes part */
    public Deliveries(BatchReader reader, Form form, LongSupplier cpuNanos) {
        this.reader = reader;
        this.form = form;
        this.cpuNanos = cpuNanos;
    }

    /** Sends one alert and waits until its last recipient was read. */
    public Delivered deliver(AlertId alertId, Recipients expected, Sending sending) throws InterruptedException {
        Delivery delivery = expect(alertId, expected);
        // Not in step with any timer of the router's.
        TimeUnit.MILLISECONDS.sleep(20 + pauses.nextInt(80));
        long cpu = cpuNanos.getAsLong();
        long start = System.nanoTime();
        sending.send(alertId);
        long end = delivery.await();
        Delivered delivered = new Delivered((end - start) / 1e9, cpuNanos.getAsLong() - cpu);
        delivery.audit();
        return delivered;
    }

    /** An alert that is sent, and waited for, by somebody else. */
    public Delivery expect(AlertId alertId, Recipients expected) {
        Delivery delivery = new Delivery(alertId, expected, form);
        all.add(delivery);
        reader.expect(delivery);
        return delivery;
    }

    /** Of all of them, with what has been read until now. */
    public Audit audit() {
        return all.stream().map(Delivery::audit).reduce(Audit.CLEAN, Audit::plus);
    }

    /** How full the batches of the first were. */
    public double recipientsPerBatch() {
        return all.getFirst().recipientsPerBatch();
    }

    /** What one alert took, from its query to its last batch. */
    public record Delivered(double seconds, long cpuNanos) {
        public double perSecond(Recipients recipients) {
            return recipients.size() / seconds;
        }

        public double cpuMicros(Recipients recipients) {
            return cpuNanos / 1e3 / recipients.size();
        }

        public double millis() {
            return seconds * 1e3;
        }
    }

    /** How an alert is sent. */
    public interface Sending {
        void send(AlertId alertId) throws InterruptedException;
    }
}
