package org.carillon.bench.size;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.SubscriptionLoader;
import org.carillon.bench.router.RouterProcess;
import org.jspecify.annotations.Nullable;

/** Two cities of different size with a town of the same size in each, each with a broker and a router of its own. */
public final class SizeBench implements AutoCloseable {
    private final BrokerProcess smallerBroker;
    private final BrokerProcess largerBroker;
    private final Path folder;
    private final Population smallerPopulation;
    private final Population largerPopulation;
    private final InstantSource clock;
    private @Nullable City smaller;
    private @Nullable City larger;

    /** @param townSize residents of the town in both */
    public SizeBench(
            BrokerProcess smallerBroker,
            BrokerProcess largerBroker,
            Path folder,
            int smallerSize,
            int largerSize,
            int townSize,
            InstantSource clock) {
        this.smallerBroker = smallerBroker;
        this.largerBroker = largerBroker;
        this.folder = folder;
        this.smallerPopulation = new Population(smallerSize, townSize);
        this.largerPopulation = new Population(largerSize, townSize);
        this.clock = clock;
    }

    /** Memory of a router for the larger city that has nobody in it yet; to be called before {@link #load}. */
    public Memory empty() throws IOException, InterruptedException {
        try (RouterProcess router = RouterProcess.start(
                largerBroker.clients(), folder.resolve("empty"), "router-0", arguments(largerPopulation))) {
            return Memory.of(router);
        }
    }

    /** Writes the subscriptions of both and starts their routers; to be called once. */
    public void load() throws IOException, InterruptedException {
        SubscriptionLoader.load(smallerBroker.clients(), smallerPopulation);
        SubscriptionLoader.load(largerBroker.clients(), largerPopulation);
        larger = City.start(
                largerBroker, largerPopulation, folder.resolve("larger"), arguments(largerPopulation), clock);
        smaller = City.start(
                smallerBroker, smallerPopulation, folder.resolve("smaller"), arguments(smallerPopulation), clock);
    }

    /** Memory of the larger city's router as it is now. */
    public Memory memory() throws IOException, InterruptedException {
        return Memory.of(larger().router());
    }

    /** Seconds from the start of the larger city's router to its last task running. */
    public double startSeconds() {
        return larger().router().startSeconds();
    }

    /** Alerts both towns in turn. */
    public TownRound round(int alerts) throws InterruptedException {
        List<Double> smallerMillis = new ArrayList<>();
        List<Double> largerMillis = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            smallerMillis.add(smaller().alertTown());
            largerMillis.add(larger().alertTown());
        }
        return new TownRound(smallerMillis, largerMillis);
    }

    /** Alerts everybody in the larger city; recipients in a second. */
    public double alertAll() throws InterruptedException {
        return largerPopulation.size() * 1e3 / larger().alertAll();
    }

    /** Of all alerts. */
    public Audit audit() {
        return smaller().audit().plus(larger().audit());
    }

    @Override
    public void close() {
        if (smaller != null) {
            smaller.close();
        }
        if (larger != null) {
            larger.close();
        }
    }

    private City smaller() {
        return started(smaller);
    }

    private City larger() {
        return started(larger);
    }

    private static City started(@Nullable City city) {
        if (city == null) {
            throw new IllegalStateException("not loaded");
        }
        return city;
    }

    private static List<String> arguments(Population population) {
        return Memory.arguments(RouterProcess.heapFor(population.size()));
    }
}
