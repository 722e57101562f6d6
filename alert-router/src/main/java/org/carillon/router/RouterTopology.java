package org.carillon.router;

import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.carillon.router.audience.AudienceNodes;
import org.carillon.router.audience.ThreadTurns;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.lifecycle.LifecycleNodes;
import org.carillon.router.office.OfficeNodes;
import org.carillon.router.reach.ReachNodes;
import org.carillon.router.resident.ResidentNodes;

/** The whole topology of the router; starts nothing. */
public final class RouterTopology {
    private RouterTopology() {}

    /**
     * Builds it: the life cycle of alerts with accounts, residents, audience and reach, each a sub-topology of its own.
     *
     * @param turns how its threads share their time; also told to the clients it runs with
     */
    public static Topology build(RouterConfig config, ThreadTurns turns) {
        Properties props = StreamsSettings.of(config.kafka());
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(props)));
        LifecycleNodes.addTo(topology, config.lifecycle());
        ResidentNodes.addTo(topology, config.residentConfig());
        AudienceNodes.addTo(topology, config.audienceConfig(), turns);
        ReachNodes.addTo(topology);
        OfficeNodes.addTo(topology, LifecycleNodes.ACCOUNTS_SOURCE);
        return topology;
    }
}
