package org.carillon.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What a figure was measured on.
 *
 * @param maxHeapBytes of this process; the broker's is in the arrangement
 */
public record Machine(
        int cores,
        long memoryBytes,
        long maxHeapBytes,
        String os,
        String kernel,
        String jdk,
        String jvm,
        String kafka) {
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                system().getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                AppInfoParser.getVersion());
    }

    /** Processes that wanted a core in the last minute, on average; negative where the system does not tell. */
    public static double load() {
        return system().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
