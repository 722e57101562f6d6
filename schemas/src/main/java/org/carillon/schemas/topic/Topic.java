package org.carillon.schemas.topic;

import org.apache.kafka.common.serialization.Serde;

/**
 * A topic and the only serdes allowed on it.
 *
 * @param <K> key type
 * @param <V> value type
 */
public record Topic<K, V>(TopicSpec spec, Serde<K> keySerde, Serde<V> valueSerde) {
    public String name() {
        return spec.name();
    }

    public int partitions() {
        return spec.partitions();
    }
}
