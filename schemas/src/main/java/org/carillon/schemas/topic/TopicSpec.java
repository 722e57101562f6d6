package org.carillon.schemas.topic;

import java.util.Map;

/**
 * How a topic is made.
 *
 * @param partitions fixed for life: checked at every start
 * @param config topic configuration, as {@code cleanup.policy} and {@code retention.ms}
 * @param writers the parts that write it
 * @param readers the parts that read it
 */
public record TopicSpec(String name, int partitions, Map<String, String> config, String writers, String readers) {
    public TopicSpec {
        config = Map.copyOf(config);
    }
}
