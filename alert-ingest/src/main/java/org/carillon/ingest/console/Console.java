package org.carillon.ingest.console;

import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.ingest.console.asset.Assets;
import org.carillon.ingest.console.page.CodeCheck;
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
import org.carillon.schemas.account.Account;

/** The pages for officers: features put together on one router. */
public final class Console {
    private static final String LANGUAGE = "en";
    private static final String FRAME = "frame";

    private final List<Feature> features;
    private final ConsoleServer server;
    private final Tools tools;

    /**
     * Puts the features together; their order is the menu's.
     *
     * @param city its name, in the console's language
     * @param accounts the account of a user as it is now
     */
    public Console(
            ConsoleConfig config,
            String city,
            ZoneId zone,
            Function<String, Optional<Account>> accounts,
            CodeCheck codes,
            List<Feature> features,
            Clock clock) {
        this.features = List.copyOf(features);
        List<String> names = new ArrayList<>(List.of(FRAME));
        List<Feature.MenuEntry> menu = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (Feature feature : features) {
            names.add(feature.name());
            menu.addAll(feature.menu());
            files.addAll(feature.assets());
        }
        Texts texts = Texts.load(LANGUAGE, names);
        Assets assets = new Assets(files);
        Pages pages =
                new Pages(new Frame.Site(texts, new ConsoleLinks(config.publicUrl()), assets, menu, city, zone));
        Sessions sessions = new Sessions(config.keys(), config.limits(), new SecureRandom(), clock);
        tools = new Tools(pages, new StepUp(codes, texts, clock));
        server = new ConsoleServer(pages, assets, sessions, accounts, config.secondFactorRoles());
    }

    /** Adds /console/ to a router. */
    public void mount(Router router) {
        Routes routes = server.routes(router);
        features.forEach(feature -> feature.addTo(routes, tools));
        server.mountRest(router);
    }
}
