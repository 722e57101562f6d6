package org.carillon.channel.web.feed;

import io.vertx.core.buffer.Buffer;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.alerts.Standing.Ended;
import org.carillon.channel.web.alerts.Standing.InForce;
import org.carillon.channel.web.alerts.Standing.Unknown;
import org.carillon.schemas.alert.Alert;

/** The approved CAP messages, byte for byte. */
public final class CapFiles {
    private final PublicAlerts alerts;

    public CapFiles(PublicAlerts alerts) {
        this.alerts = alerts;
    }

    /** The message of an alert in force; 410 once it is not, 404 where it never was. */
    public HttpAnswer file(HttpExchange exchange) {
        return switch (alerts.find(exchange.pathValue("id"))) {
            case InForce standing -> file(standing.alert());
            case Ended ended -> throw HttpProblem.of(410, "Gone", "This alert is no longer in force.");
            case Unknown unknown -> throw HttpProblem.notFound("There is no such alert.");
        };
    }

    private HttpAnswer file(Alert alert) {
        byte[] bytes = alerts.document(alert)
                .orElseThrow(() -> HttpProblem.unavailable("The message is just being published.", 2));
        return HttpAnswer.ok("application/cap+xml", Buffer.buffer(bytes))
                .with("Cache-Control", "no-cache")
                .with("Content-Disposition", "inline; filename=\"" + alert.id() + ".xml\"");
    }
}
