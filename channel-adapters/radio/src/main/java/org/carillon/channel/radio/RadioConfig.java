package org.carillon.channel.radio;

import java.util.Map;
import org.carillon.schemas.city.CityPack;

/**
 * What the radio channel needs to start.
 *
 * @param kafka client settings, at least {@code bootstrap.servers}
 */
public record RadioConfig(Map<String, String> kafka, CityPack city) {
    public RadioConfig {
        kafka = Map.copyOf(kafka);
    }

    /** Without the settings, which may hold a password. */
    @Override
    public String toString() {
        return "RadioConfig[" + city.id() + "]";
    }
}
