package org.carillon.bench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.carillon.bench.broker.TimedOutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** Runs the benchmark that the arguments name and turns its end into an exit code. */
public final class BenchRunner {
    private static final Logger LOGGER = LoggerFactory.getLogger(BenchRunner.class);

    private BenchRunner() {}

    /** Runs with the process's own streams. */
    public static int run(String[] args) {
        return run(
                args,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Runs with these streams; 0 done, 1 failed or somebody missed or doubled, 2 wrong usage. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new BenchCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(BenchRunner::ended)
                .execute(args);
    }

    private static int ended(Exception e, CommandLine command, ParseResult result) {
        if (!(e instanceof TimedOutException)) {
            LOGGER.atError().setCause(e).log("benchmark failed");
        }
        command.getErr().println("carillon bench: " + e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
