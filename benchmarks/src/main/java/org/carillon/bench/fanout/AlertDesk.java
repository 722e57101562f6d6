package org.carillon.bench.fanout;

import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.carillon.bench.broker.Clients;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery.Match;

/** Sends alerts, reads what the router makes of them, and remembers all of it until it is audited. */
final class AlertDesk implements AutoCloseable {
    private final BatchReader reader;
    private final AlertSender sender;
    private final Deliveries deliveries;
    private final Random pauses = new Random(3);

    private AlertDesk(BatchReader reader, AlertSender sender) {
        this.reader = reader;
        this.sender = sender;
        this.deliveries = new Deliveries(reader, Form.BATCHES, () -> 0);
    }

    /** Returns when it stands at the end of what there is to read. */
    static AlertDesk open(Clients clients, InstantSource clock) throws InterruptedException {
        return new AlertDesk(BatchReader.start(clients), new AlertSender(clients, clock));
    }

    /** Sends an alert and returns at once. */
    Sent send(Match match, Recipients expected, Lane lane) {
        Delivery delivery = deliveries.expect(sender.nextId(), expected);
        long start = System.nanoTime();
        sender.send(delivery.alertId(), match, lane);
        return new Sent(delivery, start);
    }

    /** Waits a little, in step with no timer of the router's. */
    void pause(int atLeastMillis, int atMostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(atLeastMillis + pauses.nextInt(atMostMillis - atLeastMillis));
    }

    /** Checks all alerts so far, recipient by recipient. */
    Audit audit() {
        return deliveries.audit();
    }

    /** Reads on to the end, so that no late batch is overlooked by an audit that follows. */
    @Override
    public void close() {
        sender.close();
        reader.close();
    }

    /** An alert that is under way. */
    record Sent(Delivery delivery, long start) {
        /** Waits until its last batch was read; milliseconds from its query until then. */
        double awaitMillis() throws InterruptedException {
            return (delivery.await() - start) / 1e6;
        }

        boolean isComplete() {
            return delivery.isComplete();
        }
    }
}
