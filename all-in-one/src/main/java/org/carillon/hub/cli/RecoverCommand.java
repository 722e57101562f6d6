package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.start.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recover --data DIR --user USER}: a way back in where nobody is left who could confirm one. */
@Command(
        name = "recover",
        description = {
            "Gives an officer a temporary password and takes the second factor away, without a second person.",
            "For an installation whose administrators cannot confirm it any more. The history keeps it for ever."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class RecoverCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StartOptions options = new StartOptions();

    @Option(names = "--user", required = true, paramLabel = "USER", description = "The officer's user name.")
    private String user;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "no reason given",
            description = "Why, and how you made sure that it is the officer who asks; stands in the history.")
    private String reason;

    RecoverCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(options.flags(), environment, problems);
        Recovery recovery = new Recovery(config, Clock.systemUTC());
        recovery.check(problems);
        problems.throwIfAny();
        // Who sits at the machine is known only as the system knows it.
        Recovery.Given given =
                recovery.give(user, reason.strip() + " (system user " + System.getProperty("user.name") + ")");
        PrintWriter out = spec.commandLine().getOut();
        out.println("A new start for " + user + ", shown once:");
        out.println("  password  " + given.password());
        out.println(
                "It is temporary: sign in at /console/ and follow the pages to a password and an authenticator app.");
        out.println(
                given.decided() ? "It is good now." : "It is good as soon as the hub runs, if that is within a day.");
        out.println("The history of acts keeps that it was done at the machine, without a second person, and"
                + " administrators with a duty telephone are told.");
        out.flush();
        return ExitCode.OK;
    }
}
