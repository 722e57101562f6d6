package org.carillon.hub;

import org.carillon.hub.cli.CommandRunner;

/** The program that {@code ./carillon} runs. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(CommandRunner.run(args));
    }
}
