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
import picocli.CommandLine.Spec;

/** {@code ingest}, {@code router}, {@code adapters}: one service against an external Kafka. */
abstract class ServiceCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Role role;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    ServiceCommand(Map<String, String> environment, Role role) {
        this.environment = environment;
        this.role = role;
    }

    @Override
    public final Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Checked checked = Checked.of(options.flags(), environment, false, false, clock);
        try (Shutdown shutdown = Shutdown.onSignal();
                Hub hub = Hub.start(checked.config(), checked.city(), EnumSet.of(role), false, clock)) {
            return Serving.untilStopped(hub, shutdown, spec.commandLine().getOut());
        }
    }

    @Command(
            name = "ingest",
            description = "The edge for officers and partners alone.",
            mixinStandardHelpOptions = true)
    static final class Ingest extends ServiceCommand {
        Ingest(Map<String, String> environment) {
            super(environment, Role.INGEST);
        }
    }

    @Command(name = "router", description = "The router alone.", mixinStandardHelpOptions = true)
    static final class Router extends ServiceCommand {
        Router(Map<String, String> environment) {
            super(environment, Role.ROUTER);
        }
    }

    @Command(name = "adapters", description = "The channels alone.", mixinStandardHelpOptions = true)
    static final class Adapters extends ServiceCommand {
        Adapters(Map<String, String> environment) {
            super(environment, Role.ADAPTERS);
        }
    }
}
