package org.carillon.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.alerts.AlertApi;
import org.carillon.ingest.auth.BearerTokens;
import org.carillon.ingest.auth.Brake;
import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.Earlier;
import org.carillon.ingest.compose.Renditions;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.console.Console;
import org.carillon.ingest.console.alert.AlertsFeature;
import org.carillon.ingest.console.feed.FeedsFeature;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.http.ApiRouter;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.kafka.CommandGateway;
import org.carillon.ingest.kafka.HubViews;
import org.carillon.ingest.kafka.OfficeGateway;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.OfficeApi;
import org.carillon.ingest.office.OwnAccounts;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;

/** The edge for officers and partners: routes on a router that the process serves, Kafka behind. */
public final class IngestService implements AutoCloseable {
    private final CommandGateway gateway;
    private final HubViews views;
    private final OfficeGateway officeGateway;
    private final ApiRouter api;
    private final Console console;

    /** Connects to Kafka; the topics have to be there. */
    public IngestService(IngestConfig config) {
        City city = new City(config.city());
        Catalogue catalogue = Catalogue.load();
        JsonNode openApi = openApi();
        views = new HubViews(config.kafka());
        gateway = new CommandGateway(config.kafka(), config.decisionPatience());
        officeGateway = new OfficeGateway(config.kafka(), config.decisionPatience());
        Office office = office(config);
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
                city, catalogue, gateway, views, submissions, openApi, config.unitsPerSecond(), config.clock());
        Map<String, Operation> operations = new HashMap<>(alerts.operations());
        operations.putAll(new OfficeApi(office, config.city()).operations());
        api = new ApiRouter(operations, new BearerTokens(views::accounts), openApi);
        Templates templates = new Templates(
                catalogue, new Templates.Place(city.zone(), config.city().emergencyNumber()));
        AlertsFeature pages = new AlertsFeature(
                city,
                catalogue,
                views,
                alerts.operations(),
                templates,
                alert -> submissions.unreviewed(alert.content().texts().keySet()),
                config.channels(),
                config.clock());
        console = new Console(
                config.console(), config.city(), office, features(pages, alerts.operations()), config.clock());
    }

    private static List<Feature> features(AlertsFeature pages, Map<String, Operation> operations) {
        return operations.containsKey("listFeeds") ? List.of(pages, new FeedsFeature(operations)) : List.of(pages);
    }

    private Office office(IngestConfig config) {
        Clock clock = config.clock();
        OfficeKeys keys = config.console().keys();
        Secrets secrets = new Secrets(new SecureRandom());
        Brake brake = new Brake(clock);
        Passwords passwords = new Passwords(secrets, views::account, brake);
        return new Office(
                views,
                passwords,
                new SecondFactors(keys, brake, clock),
                new OwnAccounts(officeGateway, views, passwords, secrets, keys, clock),
                new Acts(officeGateway, views, passwords, secrets, clock));
    }

    /** Adds /api/v1 and /console to a router. */
    public void mount(Router router) {
        api.mount(router);
        console.mount(router);
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
        officeGateway.close();
        views.close();
    }
}
