package org.carillon.bench.latency;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.SmallAlerts;

/** From the audience query to the last committed batch of an alert to a hundred, in turn with the least that Kafka takes. */
public final class QueryBench implements AutoCloseable {
    private final SmallAlerts alerts;
    private final Echo echo;

    private QueryBench(SmallAlerts alerts, Echo echo) {
        this.alerts = alerts;
        this.echo = echo;
    }

    /** Loads the subscriptions and starts the router; returns when the index is restored. */
    public static QueryBench start(BrokerProcess broker, Path stateDir, int subscriptions, InstantSource clock)
            throws InterruptedException {
        return new QueryBench(SmallAlerts.start(broker, stateDir, subscriptions, clock), Echo.start(broker));
    }

    /** Measures that many alerts, and as many echoes in between. */
    public LatencyRound round(int count) throws InterruptedException {
        List<Double> echoes = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alerts.pause();
            echoes.add(echo.millis());
            alerts.pause();
            millis.add(alerts.millis());
        }
        return new LatencyRound(echoes, millis);
    }

    /** Checks every recipient of every alert; to be asked for after {@link #close}. */
    public Audit audit() {
        return alerts.audit();
    }

    @Override
    public void close() {
        echo.close();
        alerts.close();
    }
}
