package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.hub.accounts.Accounts;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.start.CityPacks;
import org.carillon.hub.start.Installation;
import org.carillon.hub.start.Preflight;
import org.carillon.schemas.city.CityPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code init --city PACK --data DIR}: a real installation. */
@Command(
        name = "init",
        description = "Makes an installation: the city pack, the key ring and the first administrator.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class InitCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Option(names = "--city", required = true, paramLabel = "PACK", description = "Folder of the city pack.")
    private Path pack;

    @Option(names = "--if-missing", description = "Do nothing, and succeed, where the installation is there already.")
    private boolean ifMissing;

    InitCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(options.flags(), environment, problems);
        Preflight preflight = new Preflight(problems);
        preflight.writable(ConfigKey.DATA, config.data());
        preflight.writable(ConfigKey.KEYS, config.keys());
        boolean installed = Files.exists(config.data().resolve(CityPacks.INSTALLED));
        if (installed && ifMissing) {
            return ExitCode.OK;
        }
        if (installed) {
            problems.add(ConfigKey.DATA, config.data() + " is an installation already");
        }
        Optional<CityPack> city = new CityPacks(clock).read(pack, problems);
        problems.throwIfAny();
        Accounts.Credentials admin = Installation.make(config, city.orElseThrow(), pack, clock);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Installed " + city.orElseThrow().names().in("en") + " in " + config.data() + ".");
        out.println("Keys are in " + config.keys() + ": keep a copy of them apart from the data.");
        out.println("First administrator, shown once:");
        out.println("  user      " + admin.user());
        out.println("  password  " + admin.password());
        out.println("  token     " + admin.token());
        out.flush();
        return ExitCode.OK;
    }
}
