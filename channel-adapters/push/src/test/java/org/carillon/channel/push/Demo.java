package org.carillon.channel.push;

import java.nio.file.Path;
import java.time.Clock;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;

/** The demo city, as it is shipped. */
public final class Demo {
    private Demo() {}

    public static CityPack city() {
        Path folder = Path.of(System.getProperty("carillon.root"), "all-in-one", "cities", "port-maravel");
        return switch (new CityPackReader(Clock.systemUTC()).read(folder)) {
            case CityPackResult.Loaded loaded -> loaded.pack();
            case CityPackResult.Broken broken -> throw new IllegalStateException("broken: " + broken.problems());
        };
    }
}
