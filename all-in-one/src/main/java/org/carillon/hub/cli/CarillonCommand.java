package org.carillon.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands above the commands; without one of them it only says which there are. */
@Command(
        name = "carillon",
        description = "Public-alert and information hub for a city.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ServiceCommand.Ingest.class,
            ServiceCommand.Router.class,
            ServiceCommand.Adapters.class,
            SimulatorCommand.class,
            InitCommand.class,
            RecoverCommand.class,
            CityCommand.class,
            ReplayCommand.class,
            ValidateCommand.class,
            VerifyLogCommand.class
        },
        footer = {
            "",
            "In a source tree also:",
            "  test   the whole test suite",
            "  dist   an archive that runs with a JRE alone",
            "  bench  the benchmarks",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
final class CarillonCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
