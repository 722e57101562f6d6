package org.carillon.ingest.console;

import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.ingest.console.admin.ActsFeature;
import org.carillon.ingest.console.admin.OfficersFeature;
import org.carillon.ingest.console.admin.StationsFeature;
import org.carillon.ingest.console.asset.Assets;
import org.carillon.ingest.console.own.OwnFeature;
import org.carillon.ingest.console.page.ConsoleLinks;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Figures;
import org.carillon.ingest.console.page.Frame;
import org.carillon.ingest.console.page.Pages;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.StepUp;
import org.carillon.ingest.console.page.Texts;
import org.carillon.ingest.console.page.Tongue;
import org.carillon.ingest.console.page.Tongues;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.server.ConsoleServer;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.ingest.console.signin.CodeDesk;
import org.carillon.ingest.console.signin.SignInFeature;
import org.carillon.ingest.console.tongue.TongueFeature;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Sender;

/** The pages for officers: features put together on one router. */
public final class Console {
    private static final String FRAME = "frame";

    private final List<Feature> features;
    private final ConsoleServer server;
    private final Map<String, Tools> tools;

    /**
     * Puts the features together; their order is the menu's, what is about accounts comes last.
     *
     * @param others features beside those about accounts
     */
    public Console(ConsoleConfig config, CityPack city, Office office, List<Feature> others, Clock clock) {
        Sessions sessions = new Sessions(config.keys(), config.limits(), new SecureRandom(), clock);
        Tongues tongues = Tongues.load();
        ConsoleLinks links = new ConsoleLinks(config.publicUrl());
        String source = city.names().in(tongues.all().getFirst().code());
        features = new ArrayList<>(others);
        features.add(new ActsFeature(office));
        features.add(new OfficersFeature(office, senders(city)));
        features.add(new StationsFeature(office, city));
        features.add(new SignInFeature(office, sessions, clock));
        features.add(new TongueFeature(tongues));
        features.add(new OwnFeature(office, "Carillon " + source, clock));
        Assets assets = new Assets(
                features.stream().flatMap(feature -> feature.assets().stream()).toList());
        List<Feature.MenuEntry> menu =
                features.stream().flatMap(feature -> feature.menu().stream()).toList();
        List<String> groups = Stream.concat(Stream.of(FRAME), features.stream().map(Feature::name))
                .toList();
        tools = new LinkedHashMap<>();
        Map<String, Pages> pages = new HashMap<>();
        for (Tongue tongue : tongues.all()) {
            String language = tongue.code();
            Texts texts = Texts.load(language, groups);
            Figures figures = new Figures(language, city.timeZone());
            Pages spoken = new Pages(new Frame.Site(
                    texts, figures, links, assets, menu, city.names().in(language), tongues));
            pages.put(language, spoken);
            tools.put(language, new Tools(spoken, new StepUp(new CodeDesk(office), texts, clock)));
        }
        server = new ConsoleServer(
                pages, tongues, links, assets, sessions, office.views()::account, config.secondFactorRoles());
    }

    private static List<String> senders(CityPack city) {
        return city.senders().stream().filter(Sender::isAllowed).map(Sender::id).toList();
    }

    /** Adds /console/ to a router. */
    public void mount(Router router) {
        tools.forEach((language, own) -> {
            Routes routes = server.routes(router, language);
            features.forEach(feature -> feature.addTo(routes, own));
        });
        server.mountRest(router);
    }
}
