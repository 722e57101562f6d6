package org.carillon.bench.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One of three nodes, broker and controller, in a process; it stays until its standard input ends. */
final class ClusterMain {
    static final String UP = "UP";

    private static final int OWN_ARGUMENTS = 3;

    private ClusterMain() {}

    /** Starts node {@code args[0]} of cluster {@code args[1]} in folder {@code args[2]}; what follows are settings, {@code name=value}. */
    public static void main(String[] args) throws Exception {
        Path log = Path.of(args[2]);
        Map<String, String> settings = new HashMap<>();
        for (int i = OWN_ARGUMENTS; i < args.length; i++) {
            String[] setting = args[i].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        settings.put("node.id", args[0]);
        settings.put("log.dirs", log.toString());
        format(log, Integer.parseInt(args[0]), args[1]);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        System.out.println(UP);
        waitForEnd();
        server.shutdown();
        server.awaitShutdown();
    }

    private static void waitForEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes; only the end counts.
        }
    }

    private static void format(Path log, int node, String cluster) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(cluster)
                .setNodeId(node)
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .run();
    }
}
