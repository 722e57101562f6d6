package org.carillon.bench.fanout;

import java.nio.file.Path;
import java.time.InstantSource;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.schemas.alert.Lane;

/** Urgent alerts to the hundred of the hamlet, with nothing else to do. */
public final class SmallAlerts implements AutoCloseable {
    private final AlertDesk desk;
    private final RouterUnderTest router;
    private final Recipients hamlet;

    private SmallAlerts(AlertDesk desk, RouterUnderTest router, Recipients hamlet) {
        this.desk = desk;
        this.router = router;
        this.hamlet = hamlet;
    }

    /** Loads the subscriptions and starts the router; returns when the index is restored. */
    public static SmallAlerts start(BrokerProcess broker, Path stateDir, int subscriptions, InstantSource clock)
            throws InterruptedException {
        Population population = new Population(subscriptions);
        SubscriptionLoader.load(broker.clients(), population);
        RouterUnderTest router = RouterUnderTest.start(broker.clients(), stateDir);
        return new SmallAlerts(AlertDesk.open(broker.clients(), clock), router, population.hamlet());
    }

    /** Waits a little, in step with no timer of the router's. */
    public void pause() throws InterruptedException {
        desk.pause(20, 100);
    }

    /** Sends one; milliseconds from its query to its last batch. */
    public double millis() throws InterruptedException {
        return desk.send(BenchCity.only(BenchCity.HAMLET), hamlet, Lane.URGENT).awaitMillis();
    }

    /** Checks every recipient of every alert; to be asked for after {@link #close}. */
    public Audit audit() {
        return desk.audit();
    }

    @Override
    public void close() {
        router.close();
        desk.close();
    }
}
