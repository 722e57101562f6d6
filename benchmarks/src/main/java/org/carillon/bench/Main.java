package org.carillon.bench;

import org.carillon.bench.cli.BenchRunner;

/** The program that {@code ./carillon bench} runs. */
public final class Main {
    private Main() {}

    /** Runs the benchmark that the arguments name, or all, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(BenchRunner.run(args));
    }
}
