package org.carillon.bench.fanout;

import java.io.IOException;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;

/** Another way to fan out, measured beside the router in the same rounds; idle or stopped while others are measured. */
public interface Rival extends AutoCloseable {
    String name();

    /** Topic of its records, whose keys start with the alert's id; as many partitions as the audience has. */
    String topic();

    Form form();

    /** Does this part of the alerts only, at least one: for those that are too slow for all. */
    int fewer();

    /** Takes the subscriptions; called once. */
    void load(Population population) throws IOException, InterruptedException;

    /** Called before each of its turns. */
    void wake() throws IOException, InterruptedException;

    /** Fans one alert out; may return before all of it is committed. */
    void send(AlertId alertId, Match match) throws InterruptedException;

    /** Called after each of its turns: from then on it leaves the processor alone. */
    void rest() throws IOException, InterruptedException;

    /** Processor time used so far by processes of its own, in nanoseconds. */
    long cpuNanos();

    @Override
    void close();
}
