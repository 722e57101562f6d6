package org.carillon.hub.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.hub.start.Checked;
import org.carillon.hub.start.Hub;
import org.carillon.hub.start.Role;
import org.carillon.hub.start.Shutdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code up}: the whole hub in this process, until it is told to stop. */
@Command(name = "up", description = "The whole hub in one process.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Option(names = "--demo", description = "With the demo city, its accounts and the Twilio simulator.")
    private boolean demo;

    UpCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Checked checked = Checked.of(options.flags(), environment, demo, true, clock);
        try (Shutdown shutdown = Shutdown.onSignal();
                Hub hub = Hub.start(checked.config(), checked.city(), EnumSet.allOf(Role.class), demo, clock)) {
            return Serving.untilStopped(hub, shutdown, spec.commandLine().getOut());
        }
    }
}
