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
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.Earlier;
import org.carillon.ingest.compose.Renditions;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.console.Console;
import org.carillon.ingest.console.admin.SigningKeyFeature;
import org.carillon.ingest.console.alert.AlertsFeature;
import org.carillon.ingest.console.feed.FeedsFeature;
import org.carillon.ingest.console.imports.ImportsFeature;
import org.carillon.ingest.feeds.FeedService;
import org.carillon.ingest.http.ApiRouter;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.imports.ImportApi;
import org.carillon.ingest.imports.Imports;
import org.carillon.ingest.kafka.CommandGateway;
import org.carillon.ingest.kafka.Commands;
import org.carillon.ingest.kafka.HubViews;
import org.carillon.ingest.kafka.KafkaFeeds;
import org.carillon.ingest.kafka.OfficeGateway;
import org.carillon.ingest.kafka.SubscriptionGateway;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.AppCode;
import org.carillon.ingest.office.DutyApi;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.OfficeApi;
import org.carillon.ingest.office.OwnAccounts;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.ingest.office.SigningDesk;
import org.carillon.ingest.office.SigningKeyApi;
import org.carillon.ingest.signature.SigningCommands;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge for officers and partners: routes on a router that the process serves, Kafka behind. */
public final class IngestService implements AutoCloseable {
    /** Where the certificates of the signing keys are published, the present one first. */
    public static final String CERTIFICATE = "/.well-known/carillon/cap-signing.pem";

    /** Proxies between mostly wait for a minute, people for less. */
    private static final Duration IMPORT_PATIENCE = Duration.ofSeconds(25);

    private static final Logger LOGGER = LoggerFactory.getLogger(IngestService.class);

    private final CommandGateway gateway;
    private final HubViews views;
    private final OfficeGateway officeGateway;
    private final SubscriptionGateway subscriptionGateway;
    private final ApiRouter api;
    private final SigningDesk signing;
    private final KafkaFeeds feedStore;
    private final FeedService feeds;
    private final Console console;

    /** Connects to Kafka; the topics have to be there. */
    public IngestService(IngestConfig config) {
        City city = new City(config.city());
        Catalogue catalogue = Catalogue.load();
        JsonNode openApi = openApi();
        views = new HubViews(config.kafka());
        gateway = new CommandGateway(config.kafka(), config.decisionPatience());
        officeGateway = new OfficeGateway(config.kafka(), config.decisionPatience());
        subscriptionGateway = new SubscriptionGateway(config.kafka(), config.decisionPatience());
        Office office = office(config);
        signing = new SigningDesk(config.signing(), views, config.clock());
        Commands commands = new SigningCommands(gateway, views, signing);
        LOGGER.atInfo()
                .addKeyValue("fingerprint", signing.get().fingerprint())
                .addKeyValue("certificate", CERTIFICATE)
                .log("issued alerts are signed");
        Renditions renderings = Renditions.ofEveryChannel(catalogue, city);
        Submissions submissions = new Submissions(
                city,
                catalogue,
                renderings,
                new Earlier(views::alerts),
                config.channels(),
                config.reviewedLanguages(),
                config.clock());
        SecondFactor secondFactor = new AppCode(config.secondFactor(), office, config.clock());
        AlertApi alerts = new AlertApi(
                city,
                catalogue,
                commands,
                views,
                submissions,
                openApi,
                config.unitsPerSecond(),
                config.prices(),
                secondFactor,
                config.clock());
        feedStore = new KafkaFeeds(config.kafka());
        feeds = new FeedService(
                config.city(), feedStore, submissions, commands, office.acts(), config.insecureFeeds(), config.clock());
        feeds.start(this::isReady);
        signing.start(views::isLoaded);
        Map<String, Operation> operations = new HashMap<>(alerts.operations());
        operations.putAll(feeds.operations());
        operations.putAll(new OfficeApi(office, config.city()).operations());
        operations.putAll(new SigningKeyApi(office.acts(), signing).operations());
        operations.putAll(new DutyApi(office, secondFactor).operations());
        Imports imports = new Imports(
                config.city(),
                subscriptionGateway,
                config.keys(),
                office.acts(),
                config.unitsPerSecond().get("sms"),
                IMPORT_PATIENCE,
                config.clock());
        operations.putAll(new ImportApi(imports).operations());
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
                config.aloneAfter(),
                config.clock());
        console = new Console(
                config.console(),
                config.city(),
                office,
                List.of(
                        pages,
                        new FeedsFeature(feeds.operations(), config.city()),
                        new SigningKeyFeature(office.acts(), signing),
                        new ImportsFeature(imports, config.city())),
                config.clock());
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
                new Acts(
                        officeGateway,
                        views,
                        passwords,
                        secrets,
                        clock,
                        act -> SigningDesk.requireThere(config.signing(), act)),
                config.dutyNumbers());
    }

    /** Adds /api/v1 and /console to a router, and the certificates by which anybody can check what was issued. */
    public void mount(Router router) {
        api.mount(router);
        console.mount(router);
        router.get(CERTIFICATE)
                .blockingHandler(
                        context -> context.response()
                                .putHeader("Content-Type", "application/x-pem-file")
                                .putHeader("Cache-Control", "public, max-age=60")
                                .putHeader("X-Content-Type-Options", "nosniff")
                                .end(signing.pem()),
                        false);
    }

    /** Waits until alerts and accounts have been read; false where that takes longer. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return views.awaitLoaded(timeout) && feedStore.awaitLoaded(timeout);
    }

    public boolean isReady() {
        return views.isLoaded() && feedStore.isLoaded();
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
        signing.close();
        feeds.close();
        feedStore.close();
        gateway.close();
        officeGateway.close();
        subscriptionGateway.close();
        views.close();
    }
}
