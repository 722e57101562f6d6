package org.carillon.channel.web;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carillon.channel.web.alerts.KafkaAlerts;
import org.carillon.channel.web.transparency.KafkaLog;
import org.carillon.rendering.catalogue.Catalogue;

/** The web channel: pages, feeds and CAP files for everyone, from what stands in the topics. */
public final class WebService implements AutoCloseable {
    private final KafkaAlerts alerts;
    private final KafkaLog log;
    private final WebRoutes routes;

    /** Starts to read; the topics have to be there. */
    public WebService(WebConfig config, Clock clock) {
        alerts = new KafkaAlerts(config.kafka());
        log = new KafkaLog(config.kafka(), config.logKey());
        routes = new WebRoutes(
                config.city(), config.publicUrl(), config.smsNumber(), Catalogue.load(), alerts, log, clock);
    }

    /** Adds the public pages to a router, and an answer of last resort for addresses that nobody else knows. */
    public void mount(Router router) {
        routes.mount(router);
    }

    /** Why it cannot answer now, or empty. Alerts do not wait for the public log, which answers for itself. */
    public Optional<String> notReady() {
        return alerts.notReady();
    }

    /** Waits until everything that stood in the topics at the start has been read; false where that takes longer. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return alerts.awaitLoaded(timeout);
    }

    @Override
    public void close() {
        alerts.close();
        log.close();
    }
}
