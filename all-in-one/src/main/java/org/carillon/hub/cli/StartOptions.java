package org.carillon.hub.cli;

import java.nio.file.Path;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Flags;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The flags of everything that starts a part of the hub.
 *
 * <p>All are text here: the configuration checks them, together with what the file and the environment say.
 */
final class StartOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder for everything the hub must remember.")
    private @Nullable String data;

    @Option(names = "--keys", paramLabel = "DIR", description = "Folder of the key ring (default: DATA.keys).")
    private @Nullable String keys;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Public HTTP port (default: 8080); management on N+1, simulator on N+10.")
    private @Nullable String port;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file (YAML).")
    private @Nullable Path config;

    /** What was said of the data folder, or null. */
    @Nullable
    String data() {
        return data;
    }

    Flags flags() {
        return new Flags(config)
                .with(ConfigKey.DATA, "--data", data)
                .with(ConfigKey.KEYS, "--keys", keys)
                .with(ConfigKey.HTTP_PORT, "--port", port);
    }
}
