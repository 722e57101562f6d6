package org.carillon.hub.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.start.Hub;
import org.carillon.hub.start.Preflight;
import org.carillon.hub.start.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code up}: the whole hub in this process, until it is told to stop. */
@Command(name = "up", description = "The whole hub in one process.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final Logger LOGGER = LoggerFactory.getLogger(UpCommand.class);

    private final Map<String, String> environment;

    @Mixin
    private final StartOptions options = new StartOptions();

    UpCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        HubConfig config = checkedConfig();
        try (Shutdown shutdown = Shutdown.onSignal();
                Hub hub = Hub.start(config)) {
            LOGGER.atInfo().addKeyValue("parts", hub.parts()).log("hub is up");
            shutdown.await();
        }
        return ExitCode.OK;
    }

    private HubConfig checkedConfig() {
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(options.flags(), environment, problems);
        Preflight preflight = new Preflight(problems);
        preflight.writable(ConfigKey.DATA, config.data());
        preflight.writable(ConfigKey.KEYS, config.keys());
        preflight.free(ConfigKey.HTTP_PORT, config.http().endpoint());
        preflight.free(ConfigKey.MANAGEMENT_PORT, config.management());
        if (config.kafka().isEmbedded()) {
            preflight.free(ConfigKey.KAFKA_PORT, config.kafka().embedded());
        }
        problems.throwIfAny();
        return config;
    }
}
