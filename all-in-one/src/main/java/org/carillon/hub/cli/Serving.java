package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.carillon.hub.start.Hub;
import org.carillon.hub.start.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/** Waits until a hub is ready, says so, and then until it is to stop. */
final class Serving {
    private static final Logger LOGGER = LoggerFactory.getLogger(Serving.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Serving() {}

    /** The exit code: 1 where a part stopped by itself. */
    static int untilStopped(Hub hub, Shutdown shutdown, PrintWriter out) throws InterruptedException {
        if (!ready(hub, shutdown)) {
            return ExitCode.SOFTWARE;
        }
        LOGGER.atInfo().addKeyValue("parts", hub.parts()).log("hub is ready");
        out.println("READY http://localhost:" + hub.httpPort());
        hub.demo().ifPresent(demo -> {
            String base = demo.baseUrl();
            out.println("  phones      " + demo.simulatorUrl() + "/   (text JOIN to " + demo.hubNumber() + ")");
            out.println("  web         " + base + "/   sign up for push: " + base + "/en/subscribe");
            out.println("  feeds       " + base + "/feed/cap.atom  " + base + "/feed/alerts.geojson");
            out.println("  radio       " + base
                    + "/radio/v1/bulletin?lang=en&seconds=60   (a station's key as bearer token)");
            out.println("  API         " + base + "/api/v1/openapi.json");
            out.println("  operation   " + demo.managementUrl() + "/readyz");
            out.println("  accounts    demo.json in the data folder");
        });
        out.flush();
        return shutdown.awaitOr(hub.failed()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Waits for every part; false where one failed or a stop was asked for meanwhile. */
    static boolean ready(Hub hub, Shutdown shutdown) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hub.readiness().await(Duration.ofMillis(200))) {
            if (hub.failed().getCount() == 0 || shutdown.isAsked() || System.nanoTime() > end) {
                LOGGER.atError().addKeyValue("parts", hub.readiness().report()).log("hub did not become ready");
                return false;
            }
        }
        return true;
    }
}
