package org.carillon.channel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.core.http.OpenApiRoutes;
import org.carillon.channel.web.alerts.HubAlerts;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.asset.Assets;
import org.carillon.channel.web.feed.AtomFeeds;
import org.carillon.channel.web.feed.CapFiles;
import org.carillon.channel.web.feed.JsonFeeds;
import org.carillon.channel.web.page.AlertPages;
import org.carillon.channel.web.page.Pages;
import org.carillon.channel.web.page.SubscribePage;
import org.carillon.channel.web.page.VerifyPage;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.E164;
import org.jspecify.annotations.Nullable;

/** Which operation of the OpenAPI file is answered by whom. */
final class WebRoutes {
    private final JsonNode openApi = OpenApiRoutes.read(WebRoutes.class, "openapi.json");
    private final Site site;
    private final Front front;
    private final Assets assets = new Assets();
    private final Pages pages;
    private final PublicAlerts alerts;

    WebRoutes(CityPack city, URI publicUrl, @Nullable E164 smsNumber, Catalogue catalogue, HubAlerts hub, Clock clock) {
        site = new Site(city, catalogue, LocalStyle.ofZone(city.timeZone()), new Links(publicUrl), smsNumber);
        front = new Front(site);
        pages = new Pages(site, assets);
        alerts = new PublicAlerts(hub, clock, city.defaultLanguage());
    }

    void mount(Router router) {
        LanguageRoutes languages = new LanguageRoutes(site.languageCodes());
        AlertPages alertPages = new AlertPages(pages, alerts, site);
        AtomFeeds atom = new AtomFeeds(alerts, site);
        JsonFeeds json = new JsonFeeds(alerts, site);
        Map<String, Function<HttpExchange, HttpAnswer>> handlers = new HashMap<>(languages.bind(Map.of(
                "listAlerts", front.remembering(alertPages::list),
                "languageRoot", front::root,
                "showAlert", front.remembering(alertPages::single),
                "listAreaAlerts", front.remembering(alertPages::area),
                "verify", front.remembering(new VerifyPage(pages, alerts, site)::show),
                "subscribe", front.remembering(new SubscribePage(pages, site)::show),
                "atomFeed", atom::readable)));
        handlers.put("index", front::index);
        handlers.put("capFeed", atom::cap);
        handlers.put("geoJsonFeed", json::geoJson);
        handlers.put("jsonFeed", json::json);
        handlers.put("capFile", new CapFiles(alerts)::file);
        handlers.put("asset", this::asset);
        handlers.put("serviceWorker", exchange -> assets.serviceWorker());
        handlers.put(
                "getOpenApi",
                exchange ->
                        HttpAnswer.ok("application/json", openApi.toString()).with("Cache-Control", "no-cache"));
        new OpenApiRoutes(languages.expand(openApi), handlers, Pages.HEADERS).mount(router);
        router.route().last().handler(this::nobody);
    }

    private HttpAnswer asset(HttpExchange exchange) {
        return assets.find(exchange.pathValue("file"))
                .orElseThrow(() -> HttpProblem.notFound("There is no such file."));
    }

    /** A person who mistyped an address gets a page; programs get what the router says. */
    private void nobody(RoutingContext context) {
        boolean reads = context.request().method().equals(HttpMethod.GET);
        @Nullable String accepted = context.request().getHeader("Accept");
        if (!reads || accepted == null || !accepted.contains("text/html")) {
            context.next();
            return;
        }
        HttpAnswer answer = pages.missing(pathLanguage(context), "/");
        context.response().setStatusCode(answer.status());
        Pages.HEADERS.forEach(context.response()::putHeader);
        answer.headers().forEach(context.response()::putHeader);
        context.response().putHeader("Vary", "Accept, Accept-Language, Cookie").end(answer.body());
    }

    private String pathLanguage(RoutingContext context) {
        String[] parts = context.normalizedPath().split("/", 3);
        return parts.length > 1 && site.languageCodes().contains(parts[1]) ? parts[1] : front.language(context);
    }
}
