package org.carillon.hub.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command's flags say about the configuration. */
public final class Flags {
    private final Map<ConfigKey, Given> values = new EnumMap<>(ConfigKey.class);
    private final @Nullable Path file;

    /**
     * Starts without values.
     *
     * @param file the configuration file; null where none is named
     */
    public Flags(@Nullable Path file) {
        this.file = file;
    }

    /** Notes what a flag sets; null where it was not given. */
    public Flags with(ConfigKey key, String flag, @Nullable String value) {
        if (value != null) {
            values.put(key, new Given(value, flag));
        }
        return this;
    }

    @Nullable
    Path file() {
        return file;
    }

    Map<ConfigKey, Given> values() {
        return values;
    }
}
