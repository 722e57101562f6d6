package org.carillon.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.carillon.ingest.alerts.AlertApi;
import org.carillon.ingest.auth.BearerTokens;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.Earlier;
import org.carillon.ingest.compose.Renditions;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.http.ApiRouter;
import org.carillon.ingest.kafka.CommandGateway;
import org.carillon.ingest.kafka.HubViews;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.topic.Json;

/** The edge for officers and partners: routes on a router that the process serves, Kafka behind. */
public final class IngestService implements AutoCloseable {
    private final CommandGateway gateway;
    private final HubViews views;
    private final ApiRouter api;

    /** Connects to Kafka; the topics have to be there. */
    public IngestService(IngestConfig config) {
        City city = new City(config.city());
        Catalogue catalogue = Catalogue.load();
        JsonNode openApi = openApi();
        views = new HubViews(config.kafka());
        gateway = new CommandGateway(config.kafka(), config.decisionPatience());
        Renditions renderings = Renditions.ofEveryChannel(catalogue, city);
        Submissions submissions = new Submissions(
                city,
                catalogue,
                renderings,
                new Earlier(views::alerts),
                config.channels(),
                config.reviewedLanguages(),
                config.clock());
        AlertApi alerts = new AlertApi(
                city,
                catalogue,
                gateway,
                views,
                submissions,
                openApi,
                config.unitsPerSecond(),
                config.prices(),
                config.secondFactor(),
                config.clock());
        api = new ApiRouter(alerts.operations(), new BearerTokens(views::accounts), openApi);
    }

    /** Adds /api/v1 to a router. */
    public void mount(Router router) {
        api.mount(router);
    }

    /** Waits until alerts and accounts have been read; false where that takes longer. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return views.awaitLoaded(timeout);
    }

    public boolean isReady() {
        return views.isLoaded();
    }

    private static JsonNode openApi() {
        try (InputStream in = IngestService.class.getResourceAsStream("openapi.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        views.close();
    }
}
