package org.carillon.channel.radio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.radio.bulletin.Bulletin;
import org.carillon.channel.radio.bulletin.BulletinWriter;
import org.carillon.channel.radio.bulletin.Composition;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Json;

/** Operation {@code getBulletin}. */
final class GetBulletin implements Function<HttpExchange, HttpAnswer> {
    private final Stations stations;
    private final StationView view;
    private final BulletinWriter writer;
    private final Catalogue catalogue;
    private final Consumer<StationReport.Pulled> pulled;
    private final Clock clock;

    /** {@code pulled} hears of each bulletin that was really given, and does not hold it up. */
    GetBulletin(
            Stations stations,
            StationView view,
            BulletinWriter writer,
            Catalogue catalogue,
            Consumer<StationReport.Pulled> pulled,
            Clock clock) {
        this.stations = stations;
        this.view = view;
        this.writer = writer;
        this.catalogue = catalogue;
        this.pulled = pulled;
        this.clock = clock;
    }

    @Override
    public HttpAnswer apply(HttpExchange exchange) {
        StationAccount station = stations.require(exchange);
        Representation form =
                Representation.of(exchange.context().parsedHeaders().accept());
        BulletinRequest request = BulletinRequest.of(exchange, station.languages(), view.districts(station));
        Language language = catalogue
                .language(request.language())
                .orElseThrow(() -> HttpProblem.unprocessable("The hub does not speak that language yet."));
        return switch (writer.write(
                request.language(), request.seconds(), view.inForce(request.districts(), request.language()))) {
            case Composition.Fits fits -> give(exchange, station, form, fits.bulletin(), language.rightToLeft());
            case Composition.TooShort tooShort -> tooShort(tooShort.secondsNeeded());
        };
    }

    private HttpAnswer give(
            HttpExchange exchange,
            StationAccount station,
            Representation form,
            Bulletin bulletin,
            boolean rightToLeft) {
        String tag = form.tag(bulletin);
        if (exchange.context().request().method().equals(HttpMethod.GET) && !exchange.has(tag)) {
            pulled.accept(new StationReport.Pulled(station.id(), bulletin.id(), bulletin.alerts(), clock.instant()));
        }
        return HttpAnswer.ok(form.contentType(), form.write(bulletin, station.id(), rightToLeft))
                .with("ETag", tag)
                .with("Content-Language", bulletin.language())
                .with("Carillon-Bulletin", bulletin.id())
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }

    /** With the number as a member of its own, so that a program can ask again at once. */
    private static HttpAnswer tooShort(int secondsNeeded) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("type", "about:blank")
                .put("title", "Unprocessable Content")
                .put("status", 422)
                .put(
                        "detail",
                        "The gravest notice in force does not fit into the slot, and is never cut: " + secondsNeeded
                                + " seconds are needed.")
                .put("secondsNeeded", secondsNeeded);
        return HttpAnswer.ok("application/problem+json", body.toString())
                .withStatus(422)
                .with("Cache-Control", "no-store");
    }
}
