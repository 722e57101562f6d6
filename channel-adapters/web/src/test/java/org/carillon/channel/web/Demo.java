package org.carillon.channel.web;

import java.nio.file.Path;
import java.time.Clock;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;

/** The demo city, as it is shipped. */
final class Demo {
    static final CityPack CITY = read();

    private Demo() {}

    private static CityPack read() {
        Path folder = Path.of(System.getProperty("carillon.root"), "all-in-one", "cities", "port-maravel");
        return switch (new CityPackReader(Clock.systemUTC()).read(folder)) {
            case CityPackResult.Loaded loaded -> loaded.pack();
            case CityPackResult.Broken broken -> throw new IllegalStateException("broken: " + broken.problems());
        };
    }
}
