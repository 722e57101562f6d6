package org.carillon.schemas.city;

import java.util.List;
import org.carillon.schemas.yaml.Problem;

/** What reading a city pack came to. */
public sealed interface CityPackResult {
    /** What is odd but does not keep the pack from being used, by file and line. */
    List<Problem> warnings();

    /**
     * The pack can be used.
     *
     * @param pack what it says
     */
    record Loaded(CityPack pack, List<Problem> warnings) implements CityPackResult {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The pack cannot be used.
     *
     * @param problems all that must be mended, by file and line; not empty
     */
    record Broken(List<Problem> problems, List<Problem> warnings) implements CityPackResult {
        public Broken {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }
}
