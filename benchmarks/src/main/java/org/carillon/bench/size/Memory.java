package org.carillon.bench.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carillon.bench.router.RouterProcess;

/**
 * Memory of a router whose heap is touched from its first byte to its last when it starts, so that what it has beyond it is
 * what lies outside the heap.
 *
 * @param heapInUse bytes of the heap in use after a collection of everything
 * @param resident bytes of the whole process that are in memory
 */
public record Memory(long heapInUse, long resident) {
    private static final String RESIDENT = "VmRSS:";

    /** Settings of a JVM that is measured. */
    static List<String> arguments(String heap) {
        return List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch");
    }

    static Memory of(RouterProcess router) throws IOException, InterruptedException {
        long heap = router.heapInUse();
        return new Memory(heap, resident(router.pid()));
    }

    /** Bytes of heap for each of so many more subscriptions than there were before. */
    public double heapEach(Memory before, int subscriptions) {
        return (double) (heapInUse - before.heapInUse) / subscriptions;
    }

    /** The same outside the heap. */
    public double offHeapEach(Memory before, int subscriptions) {
        return (double) (resident - before.resident) / subscriptions;
    }

    private static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(RESIDENT)) {
                return 1024
                        * Long.parseLong(line.substring(RESIDENT.length())
                                .replace("kB", "")
                                .strip());
            }
        }
        throw new IOException("the system does not tell how much memory a process has");
    }
}
