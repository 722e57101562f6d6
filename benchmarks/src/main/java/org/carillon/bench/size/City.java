package org.carillon.bench.size;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.AlertSender;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.BatchReader;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.bench.fanout.Deliveries;
import org.carillon.bench.fanout.Form;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.Recipients;
import org.carillon.bench.router.RouterProcess;
import org.carillon.schemas.audience.AudienceQuery.Match;

/** A city with its broker, its router in a process of its own and somebody who reads its batches. */
final class City implements AutoCloseable {
    private final RouterProcess router;
    private final AlertSender sender;
    private final BatchReader reader;
    private final Deliveries deliveries;
    private final Population population;
    private final Recipients town;

    private City(RouterProcess router, AlertSender sender, BatchReader reader, Population population) {
        this.router = router;
        this.sender = sender;
        this.reader = reader;
        this.population = population;
        this.town = population.town();
        this.deliveries = new Deliveries(reader, Form.BATCHES, router::cpuNanos);
    }

    /** Starts its router and waits until all of its subscriptions are restored. */
    static City start(
            BrokerProcess broker, Population population, Path state, List<String> arguments, InstantSource clock)
            throws IOException, InterruptedException {
        return new City(
                RouterProcess.start(broker.clients(), state, "router-0", arguments),
                new AlertSender(broker.clients(), clock),
                BatchReader.start(broker.clients()),
                population);
    }

    RouterProcess router() {
        return router;
    }

    /** Alerts the town; milliseconds. */
    double alertTown() throws InterruptedException {
        return alert(BenchCity.only(BenchCity.TOWN), town);
    }

    /** Alerts everybody; milliseconds. */
    double alertAll() throws InterruptedException {
        return alert(BenchCity.everybody(), population.everybody());
    }

    Audit audit() {
        return deliveries.audit();
    }

    private double alert(Match match, Recipients expected) throws InterruptedException {
        return deliveries
                .deliver(sender.nextId(), expected, id -> sender.send(id, match))
                .millis();
    }

    @Override
    public void close() {
        router.close();
        reader.close();
        sender.close();
    }
}
