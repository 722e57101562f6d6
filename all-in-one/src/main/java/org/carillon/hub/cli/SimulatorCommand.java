package org.carillon.hub.cli;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Endpoint;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.http.HttpPort;
import org.carillon.hub.start.Preflight;
import org.carillon.hub.start.Shutdown;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulator --data DIR --port N}: the stand-in for Twilio alone. */
@Command(name = "simulator", description = "The Twilio simulator alone.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class SimulatorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of its memory.")
    private Path data;

    @Option(names = "--port", required = true, paramLabel = "N", description = "Port on loopback, 0 for any free one.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--port: " + port + " is no port, 0 to 65535 expected");
        }
        StartProblems problems = new StartProblems();
        Preflight preflight = new Preflight(problems);
        preflight.writable(ConfigKey.SIMULATOR_DATA, data.toAbsolutePath());
        preflight.free(ConfigKey.SIMULATOR_PORT, new Endpoint("127.0.0.1", port));
        problems.throwIfAny();
        Vertx vertx = Vertx.vertx();
        try (Shutdown shutdown = Shutdown.onSignal()) {
            TwilioSimulator.Running running = HttpPort.await(
                    TwilioSimulator.start(vertx, SimulatorConfig.of(port, data.toAbsolutePath())),
                    "the simulator did not start");
            spec.commandLine().getOut().println("READY " + running.url());
            spec.commandLine().getOut().flush();
            shutdown.await();
            HttpPort.await(running.close(), "the simulator did not stop");
            return ExitCode.OK;
        } finally {
            HttpPort.await(vertx.close(), "Vert.x did not stop");
        }
    }
}
