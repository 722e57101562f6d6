package org.carillon.hub.cli;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Endpoint;
import org.carillon.hub.config.Flags;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.http.HttpPort;
import org.carillon.hub.start.Preflight;
import org.carillon.hub.start.Shutdown;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code simulator --data DIR --port N}: the stand-in for Twilio alone. Where the configuration has an account ({@code twilio.…}) it is
 * that one; otherwise the folder's own.
 */
@Command(name = "simulator", description = "The Twilio simulator alone.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class SimulatorCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of its memory.")
    private String data;

    @Option(names = "--port", required = true, paramLabel = "N", description = "Port, 0 for any free one.")
    private String port;

    @Option(names = "--inbound-url", paramLabel = "URL", description = "Where texts to the hub's number are announced.")
    private @Nullable URI inboundUrl;

    SimulatorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Flags flags = new Flags(null)
                .with(ConfigKey.SIMULATOR_DATA, "--data", data)
                .with(ConfigKey.SIMULATOR_PORT, "--port", port);
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(flags, environment, problems);
        Endpoint endpoint = config.simulator().endpoint();
        Preflight preflight = new Preflight(problems);
        preflight.writable(ConfigKey.SIMULATOR_DATA, config.simulator().data());
        preflight.free(ConfigKey.SIMULATOR_PORT, endpoint);
        problems.throwIfAny();
        Vertx vertx = Vertx.vertx();
        try (Shutdown shutdown = Shutdown.onSignal()) {
            TwilioSimulator.Running running =
                    HttpPort.await(TwilioSimulator.start(vertx, simulator(config)), "the simulator did not start");
            spec.commandLine().getOut().println("READY " + running.url());
            spec.commandLine().getOut().flush();
            shutdown.await();
            HttpPort.await(running.close(), "the simulator did not stop");
            return ExitCode.OK;
        } finally {
            HttpPort.await(vertx.close(), "Vert.x did not stop");
        }
    }

    private SimulatorConfig simulator(HubConfig config) {
        Endpoint endpoint = config.simulator().endpoint();
        SimulatorConfig simulator =
                SimulatorConfig.of(endpoint.port(), config.simulator().data()).withHost(endpoint.host());
        HubConfig.Twilio twilio = config.twilio();
        if (twilio != null) {
            simulator = simulator
                    .withCredentials(twilio.accountSid(), twilio.authToken().value())
                    .withHubNumber(twilio.from());
        }
        return inboundUrl == null ? simulator : simulator.withInboundUrl(inboundUrl);
    }
}
