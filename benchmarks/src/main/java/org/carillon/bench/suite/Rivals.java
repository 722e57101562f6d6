package org.carillon.bench.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.Rival;
import org.carillon.bench.rival.NaiveScan;
import org.carillon.bench.rival.PostgresFanOut;

/** The other ways to fan out that are measured beside the router. */
record Rivals(List<Rival> all) implements AutoCloseable {
    /** Starts those that are wanted and can be had. */
    static Rivals start(BrokerProcess broker, Path folder, boolean wanted, boolean postgres, InstantSource clock)
            throws IOException, InterruptedException {
        List<Rival> all = new ArrayList<>();
        if (postgres) {
            all.add(PostgresFanOut.start(broker, folder.resolve("postgres")));
        }
        if (wanted) {
            all.add(new NaiveScan(broker, folder.resolve("naive"), clock));
        }
        return new Rivals(all);
    }

    @Override
    public void close() {
        all.forEach(Rival::close);
    }
}
