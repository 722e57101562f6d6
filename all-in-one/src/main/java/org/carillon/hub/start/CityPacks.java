package org.carillon.hub.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.StartProblems;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;

/** Finds and reads the city pack of an installation. */
public final class CityPacks {
    /** The folder within the data folder into which {@code init} copies the pack. */
    public static final String INSTALLED = "city";

    private static final String CITIES_PROPERTY = "carillon.cities";
    private final CityPackReader reader;

    public CityPacks(Clock clock) {
        this.reader = new CityPackReader(clock);
    }

    /**
     * The pack that the configuration names, else the installed one, else with {@code demo} the one that comes with the hub. Notes
     * everything that is wrong in {@code problems}; empty only then.
     */
    public Optional<CityPack> find(HubConfig config, boolean demo, StartProblems problems) {
        Path installed = config.data().resolve(INSTALLED);
        Path named = config.city();
        if (named != null) {
            return read(named, problems);
        }
        if (Files.isDirectory(installed)) {
            return read(installed, problems);
        }
        if (problems.concern(ConfigKey.DATA)) {
            return Optional.empty();
        }
        Optional<Path> shipped = demo ? shipped() : Optional.empty();
        if (shipped.isPresent()) {
            return read(shipped.get(), problems);
        }
        problems.add(
                ConfigKey.CITY,
                "there is no city pack in " + installed
                        + ": install one with './carillon init --city PACK --data DIR', or try './carillon up --demo'");
        return Optional.empty();
    }

    /** Reads one pack; each fault becomes a problem with file and line. */
    public Optional<CityPack> read(Path folder, StartProblems problems) {
        return switch (reader.read(folder)) {
            case CityPackResult.Loaded loaded -> Optional.of(loaded.pack());
            case CityPackResult.Broken broken -> {
                broken.problems().forEach(problem -> problems.add(ConfigKey.CITY, problem.toString()));
                yield Optional.empty();
            }
        };
    }

    /** The demo city. */
    private static Optional<Path> shipped() {
        String cities = System.getProperty(CITIES_PROPERTY);
        if (cities == null) {
            return Optional.empty();
        }
        try (Stream<Path> packs = Files.list(Path.of(cities))) {
            return packs.filter(Files::isDirectory).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
