package org.carillon.bench.fanout;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.schemas.alert.Lane;

/** Extreme alerts to a village of a thousand, first with nothing else to do and then while a routine alert goes to everybody. */
public final class PreemptBench implements AutoCloseable {
    private final AlertDesk desk;
    private final RouterUnderTest router;
    private final Population population;
    private final Recipients everybody;
    private final Recipients village;

    private PreemptBench(AlertDesk desk, RouterUnderTest router, Population population) {
        this.desk = desk;
        this.router = router;
        this.population = population;
        this.everybody = population.everybody();
        this.village = population.village();
    }

    /** Loads the subscriptions and starts the router; returns when the index is restored. */
    public static PreemptBench start(BrokerProcess broker, Path stateDir, int subscriptions, InstantSource clock)
            throws InterruptedException {
        Population population = new Population(subscriptions);
        SubscriptionLoader.load(broker.clients(), population);
        RouterUnderTest router = RouterUnderTest.start(broker.clients(), stateDir);
        return new PreemptBench(AlertDesk.open(broker.clients(), clock), router, population);
    }

    /**
     * Measures once.
     *
     * @param alone Extreme alerts that are sent before the routine one
     */
    public PreemptRound round(int alone) throws InterruptedException {
        List<Double> aloneMillis = new ArrayList<>();
        for (int i = 0; i < alone; i++) {
            desk.pause(20, 120);
            aloneMillis.add(extreme().awaitMillis());
        }
        AlertDesk.Sent routine = desk.send(BenchCity.everybody(), everybody, Lane.ROUTINE);
        List<Double> duringMillis = new ArrayList<>();
        while (!routine.isComplete()) {
            desk.pause(50, 250);
            double millis = extreme().awaitMillis();
            if (!routine.isComplete()) {
                duringMillis.add(millis);
            }
        }
        return new PreemptRound(aloneMillis, duringMillis, population.size() / routine.awaitMillis() * 1e3);
    }

    private AlertDesk.Sent extreme() {
        return desk.send(BenchCity.only(BenchCity.VILLAGE), village, Lane.URGENT);
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
