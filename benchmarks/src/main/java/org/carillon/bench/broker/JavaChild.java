package org.carillon.bench.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a child process with the same Java and the same class path is called. */
public final class JavaChild {
    private JavaChild() {}

    /**
     * The command line.
     *
     * @param settings of its JVM, its memory above all: that is not inherited
     */
    public static List<String> command(List<String> settings, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(JavaChild::inherited)
                .forEach(command::add);
        command.addAll(settings);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Permissions, collector, compiler and what is logged are those of this process; memory is not. */
    private static boolean inherited(String argument) {
        return argument.startsWith("--enable-native-access")
                || argument.startsWith("--sun-misc-unsafe-memory-access")
                || argument.startsWith("-Dlogback.configurationFile")
                || argument.startsWith("-XX:");
    }
}
