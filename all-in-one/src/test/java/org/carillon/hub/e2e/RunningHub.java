package org.carillon.hub.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.hub.config.Flags;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.start.Checked;
import org.carillon.hub.start.Hub;
import org.carillon.hub.start.Recovery;
import org.carillon.hub.start.Role;

/** A hub with its demo on free ports, started for a test. */
final class RunningHub implements AutoCloseable {
    private final Hub hub;
    private final HubConfig config;

    private RunningHub(Hub hub, HubConfig config) {
        this.hub = hub;
        this.config = config;
    }

    static RunningHub start(Path folder) throws InterruptedException {
        return start(folder, Map.of());
    }

    /** With further settings by their names in the environment. */
    static RunningHub start(Path folder, Map<String, String> settings) throws InterruptedException {
        List<Integer> ports = freePorts(3);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("CARILLON_DATA", folder.resolve("data").toString());
        environment.put("CARILLON_HTTP_PORT", ports.get(0).toString());
        environment.put("CARILLON_MANAGEMENT_PORT", ports.get(1).toString());
        environment.put("CARILLON_SIMULATOR_PORT", ports.get(2).toString());
        Checked checked = Checked.of(new Flags(null), environment, true, true, Clock.systemUTC());
        Hub hub = Hub.start(checked.config(), checked.city(), EnumSet.allOf(Role.class), true, Clock.systemUTC());
        if (!hub.readiness().await(Duration.ofMinutes(3))) {
            hub.close();
            throw new IllegalStateException("not ready: " + hub.readiness().report());
        }
        return new RunningHub(hub, checked.config());
    }

    /** As {@code carillon recover} does it, from beside the running hub. */
    Recovery.Given recover(String user, String reason) throws InterruptedException {
        return new Recovery(config, Clock.systemUTC()).give(user, reason);
    }

    DemoFile demo() {
        return hub.demo().orElseThrow();
    }

    String token(String officer) {
        DemoFile.Officer known = demo().officers().get(officer);
        if (known == null) {
            throw new IllegalArgumentException(officer);
        }
        return known.token();
    }

    @Override
    public void close() {
        hub.close();
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
