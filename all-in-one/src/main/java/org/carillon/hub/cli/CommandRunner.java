package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.carillon.hub.config.WrongStartException;
import org.carillon.hub.data.DataFolderException;
import org.carillon.hub.start.RecoveryRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParseResult;

/** Runs the command that the arguments name and turns its end into an exit code. */
public final class CommandRunner {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandRunner.class);

    /** Commands that read the environment. */
    private static final Map<Class<?>, Function<Map<String, String>, ?>> WITH_ENVIRONMENT = Map.of(
            DemoCommand.class, DemoCommand::new,
            UpCommand.class, UpCommand::new,
            InitCommand.class, InitCommand::new,
            RecoverCommand.class, RecoverCommand::new,
            SimulatorCommand.class, SimulatorCommand::new,
            ServiceCommand.Ingest.class, ServiceCommand.Ingest::new,
            ServiceCommand.Router.class, ServiceCommand.Router::new,
            ServiceCommand.Adapters.class, ServiceCommand.Adapters::new);

    private CommandRunner() {}

    /** Runs with the process's own environment and streams. */
    public static int run(String[] args) {
        return run(
                args,
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return new CommandLine(new CarillonCommand(), factory(environment))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(CommandRunner::ended)
                .execute(args);
    }

    /** Commands that read the environment get it handed. */
    private static IFactory factory(Map<String, String> environment) {
        IFactory fallback = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                Function<Map<String, String>, ?> withEnvironment = WITH_ENVIRONMENT.get(type);
                return withEnvironment == null ? fallback.create(type) : type.cast(withEnvironment.apply(environment));
            }
        };
    }

    private static int ended(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof WrongStartException || e instanceof DataFolderException) {
            command.getErr().println("carillon: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof RecoveryRefusedException) {
            command.getErr().println("carillon: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        LOGGER.atError().setCause(e).log("command failed");
        command.getErr().println("carillon: " + e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
