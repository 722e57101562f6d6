package org.carillon.bench.scale;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A control group of Linux that gives the processes in it a share of one core and no more. Needs root, and version 1 or 2 of control
 * groups with a processor controller.
 */
final class CpuLimit implements AutoCloseable {
    /** Short, so that a process is held up for a few milliseconds at a time. */
    private static final int PERIOD_MICROS = 10_000;

    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

    private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");
    private static final Path VERSION_1 = VERSION_2.resolve("cpu");

    private final Path group;
    private final Path root;

    private CpuLimit(Path group, Path root) {
        this.group = group;
        this.root = root;
    }

    /** A group of that share, in hundredths of a core; empty where this machine does not let us. */
    static Optional<CpuLimit> of(String name, int percent) {
        String quota = Integer.toString(PERIOD_MICROS * percent / 100);
        String period = Integer.toString(PERIOD_MICROS);
        try {
            if (Files.exists(VERSION_2.resolve("cgroup.controllers"))) {
                Path group = Files.createDirectory(VERSION_2.resolve(name));
                Files.writeString(group.resolve("cpu.max"), quota + " " + period);
                return Optional.of(new CpuLimit(group, VERSION_2));
            }
            Path group = Files.createDirectory(VERSION_1.resolve(name));
            Files.writeString(group.resolve("cpu.cfs_period_us"), period);
            Files.writeString(group.resolve("cpu.cfs_quota_us"), quota);
            return Optional.of(new CpuLimit(group, VERSION_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Holds a process with all of its threads to the share. With control groups of version 1 the compilers of its JVM are left out: they
     * take a third of so small a share for minutes, and a router in service has compiled its code long ago.
     */
    void add(long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
        Path tasks = root.resolve("tasks");
        if (!Files.exists(tasks)) {
            return;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                if (COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt()) {
                    Files.writeString(tasks, thread.getFileName().toString());
                }
            }
        }
    }

    /** Lets everybody go again. */
    void release() throws IOException {
        List<String> pids = Files.readAllLines(group.resolve("cgroup.procs"));
        for (String pid : pids) {
            Files.writeString(root.resolve("cgroup.procs"), pid);
        }
    }

    @Override
    public void close() throws IOException {
        release();
        Files.delete(group);
    }
}
