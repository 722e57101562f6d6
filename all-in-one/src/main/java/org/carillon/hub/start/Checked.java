package org.carillon.hub.start;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Flags;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.config.WrongStartException;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.KeyRing;

/** A configuration and a city pack in which nothing was found wrong. */
public record Checked(HubConfig config, CityPack city) {

    /**
     * Reads and looks at everything that a start needs, before anything is started.
     *
     * @throws WrongStartException with all that is wrong
     */
    public static Checked of(Flags flags, Map<String, String> environment, boolean demo, boolean own, Clock clock) {
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(flags, environment, problems);
        Preflight preflight = new Preflight(problems);
        preflight.writable(ConfigKey.DATA, config.data());
        preflight.writable(ConfigKey.KEYS, config.keys());
        preflight.free(ConfigKey.HTTP_PORT, config.http().endpoint());
        preflight.free(ConfigKey.MANAGEMENT_PORT, config.management());
        KeyRing.check(config.data(), config.keys())
                .filter(problem -> !problems.concern(ConfigKey.KEYS))
                .ifPresent(problem -> problems.add(ConfigKey.KEYS, problem.message()));
        if (demo) {
            preflight.writable(ConfigKey.SIMULATOR_DATA, config.simulator().data());
            preflight.free(ConfigKey.SIMULATOR_PORT, config.simulator().endpoint());
        }
        if (config.kafka().isEmbedded()) {
            preflight.free(ConfigKey.KAFKA_PORT, config.kafka().embedded());
            if (!own) {
                problems.add(
                        ConfigKey.KAFKA_BOOTSTRAP,
                        "is missing: one service by itself needs a Kafka that the others use, too");
            }
        }
        Optional<CityPack> city = new CityPacks(clock).find(config, demo, problems);
        problems.throwIfAny();
        return new Checked(config, city.orElseThrow());
    }
}
