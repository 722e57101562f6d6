package org.carillon.ingest.console;

import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.ingest.console.admin.ActsFeature;
import org.carillon.ingest.console.admin.OfficersFeature;
import org.carillon.ingest.console.admin.StationsFeature;
import org.carillon.ingest.console.asset.Assets;
import org.carillon.ingest.console.own.OwnFeature;
import org.carillon.ingest.console.page.ConsoleLinks;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Frame;
import org.carillon.ingest.console.page.Pages;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.StepUp;
import org.carillon.ingest.console.page.Texts;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.server.ConsoleServer;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.ingest.console.signin.CodeDesk;
import org.carillon.ingest.console.signin.SignInFeature;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Sender;

/** The pages for officers: features put together on one router. */
public final class Console {
    private static final String LANGUAGE = "en";
    private static final String FRAME = "frame";

    private final List<Feature> features;
    private final ConsoleServer server;
    private final Tools tools;

    /**
     * Puts the features together; their order is the menu's, what is about accounts comes last.
     *
     * @param others features beside those about accounts
     */
    public Console(ConsoleConfig config, CityPack city, Office office, List<Feature> others, Clock clock) {
        Sessions sessions = new Sessions(config.keys(), config.limits(), new SecureRandom(), clock);
        String name = city.names().in(LANGUAGE);
        features = new ArrayList<>(others);
        features.add(new ActsFeature(office));
        features.add(new OfficersFeature(office, senders(city)));
        features.add(new StationsFeature(office, city));
        features.add(new SignInFeature(office, sessions, clock));
        features.add(new OwnFeature(office, "Carillon " + name, clock));
        Texts texts = Texts.load(
                LANGUAGE,
                Stream.concat(Stream.of(FRAME), features.stream().map(Feature::name))
                        .toList());
        Assets assets = new Assets(
                features.stream().flatMap(feature -> feature.assets().stream()).toList());
        List<Feature.MenuEntry> menu =
                features.stream().flatMap(feature -> feature.menu().stream()).toList();
        Pages pages = new Pages(
                new Frame.Site(texts, new ConsoleLinks(config.publicUrl()), assets, menu, name, city.timeZone()));
        tools = new Tools(pages, new StepUp(new CodeDesk(office), texts, clock));
        server = new ConsoleServer(pages, assets, sessions, office.views()::account, config.secondFactorRoles());
    }

    private static List<String> senders(CityPack city) {
        return city.senders().stream().filter(Sender::isAllowed).map(Sender::id).toList();
    }

    /** Adds /console/ to a router. */
    public void mount(Router router) {
        Routes routes = server.routes(router);
        features.forEach(feature -> feature.addTo(routes, tools));
        server.mountRest(router);
    }
}
