package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.hub.config.Flags;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoStory;
import org.carillon.hub.demo.PushAddress;
import org.carillon.hub.demo.StoryException;
import org.carillon.hub.start.Checked;
import org.carillon.hub.start.Hub;
import org.carillon.hub.start.Role;
import org.carillon.hub.start.Shutdown;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: starts everything and plays a story. */
@Command(
        name = "demo",
        description = "Starts the whole hub with a demo city and plays a story on it.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class DemoCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Option(names = "--exit", description = "End after the story; exit code 0 only if every channel delivered.")
    private boolean exit;

    @Option(
            names = "--json",
            description = "The outcome as one JSON object on standard output, the rest on standard error.")
    private boolean json;

    @Option(
            names = "--attach",
            description =
                    "Play the story on a hub that runs already: at http.publicUrl, with the accounts of its Kafka "
                            + "(kafka.bootstrap) and the simulator at twilio.baseUrl.")
    private boolean attach;

    @Option(
            names = "--push-address",
            paramLabel = "HOST:PORT",
            description = "With --attach: where the story's push service listens, by the name that the hub knows.")
    private @Nullable String pushAddress;

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter teller = json ? spec.commandLine().getErr() : out;
        try (Scratch scratch = Scratch.unless(options.data())) {
            Flags flags = scratch.applyTo(options.flags());
            if (attach) {
                return told(AttachedDemo.of(flags, environment, pushAddress, clock), teller, out, clock);
            }
            Checked checked = Checked.of(flags, environment, true, true, clock);
            try (Shutdown shutdown = Shutdown.onSignal();
                    Hub hub = Hub.start(checked.config(), checked.city(), EnumSet.allOf(Role.class), true, clock)) {
                if (!Serving.ready(hub, shutdown)) {
                    return ExitCode.SOFTWARE;
                }
                DemoFile demo = hub.demo().orElseThrow();
                teller.println("READY " + demo.baseUrl());
                int code = told(new AttachedDemo(demo, PushAddress.LOOPBACK), teller, out, clock);
                if (exit || code != ExitCode.OK) {
                    return code;
                }
                teller.println("The hub stays up until Ctrl-C.");
                teller.flush();
                return shutdown.awaitOr(hub.failed()) ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    private int told(AttachedDemo where, PrintWriter teller, PrintWriter out, Clock clock) {
        DemoStory.Outcome outcome = story(where, teller, clock);
        if (json) {
            out.println(Json.mapper().valueToTree(outcome).toString());
            out.flush();
        }
        return outcome.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static DemoStory.Outcome story(AttachedDemo where, PrintWriter teller, Clock clock) {
        try {
            return new DemoStory(where.demo(), where.push(), teller, clock).play();
        } catch (StoryException e) {
            teller.println("The story failed: " + e.reason());
            teller.flush();
            return DemoStory.Outcome.broken(e.reason());
        }
    }
}
