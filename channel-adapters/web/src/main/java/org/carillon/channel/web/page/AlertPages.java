package org.carillon.channel.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.alerts.Standing.Ended;
import org.carillon.channel.web.alerts.Standing.InForce;
import org.carillon.channel.web.alerts.Standing.Unknown;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.city.AreaAnswer;
import org.carillon.schemas.city.AreaLookup;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** Alerts in force, of the city or a district, and the page of a single one. */
public final class AlertPages {
    private final Pages pages;
    private final PublicAlerts alerts;
    private final Site site;
    private final Notices notices;
    private final AreaLookup areas;

    public AlertPages(Pages pages, PublicAlerts alerts, Site site) {
        this.pages = pages;
        this.alerts = alerts;
        this.site = site;
        this.notices = new Notices(alerts, site);
        this.areas = site.city().areaLookup();
    }

    /**
     * What the template {@code alerts} takes.
     *
     * @param none what it says where there is none
     * @param area whether it is a district's page
     */
    public record AlertList(NoticeList notices, String none, boolean area, List<Places.Place> places) {}

    /**
     * What the template {@code alert} takes.
     *
     * @param toggle link to the other format
     */
    public record Single(String article, String note, boolean plain, String toggle, String cap) {}

    /** What the template {@code gone} takes. */
    public record Gone(
            String about,
            String aboutLanguage,
            String aboutDirection,
            String how,
            NoticeList.@Nullable Line successor) {}

    /** What the template {@code busy} takes. */
    public record Busy(String again) {}

    /** Everything in force. */
    public HttpAnswer list(String language, HttpExchange exchange) {
        return list(
                pages.frame(language, site.text(language, "web.alerts.title"), "/", "alerts"),
                alerts.inForce(),
                site.text(language, "web.alerts.none"),
                "");
    }

    /** What is in force in one district; another spelling of it leads there. */
    public HttpAnswer area(String language, HttpExchange exchange) {
        String asked = exchange.pathValue("code");
        if (site.city().district(asked).isEmpty()) {
            return areas.find(asked) instanceof AreaAnswer.Exact exact
                    ? HttpAnswer.redirect(site.links().path(Links.area(language, exact.district())))
                    : pages.missing(language, "/");
        }
        String name = site.areaName(language, asked);
        return list(
                pages.frame(
                        language,
                        site.text(language, "web.alerts.for-area", Map.of("area", name)),
                        Links.area("", asked).substring(1)),
                alerts.inForce(asked),
                site.text(language, "web.alerts.none-for-area", Map.of("area", name)),
                asked);
    }

    /** One alert: in force, gone, or not there. */
    public HttpAnswer single(String language, HttpExchange exchange) {
        return switch (alerts.find(exchange.pathValue("id"))) {
            case InForce standing ->
                single(
                        standing.alert(),
                        language,
                        exchange.query("format").filter("plain"::equals).isPresent());
            case Ended ended -> gone(ended, language);
            case Unknown unknown -> pages.missing(language, "/");
        };
    }

    private HttpAnswer list(Frame frame, List<Alert> inForce, String none, String area) {
        String language = frame.language();
        return pages.answer(
                200,
                "alerts",
                frame,
                new AlertList(notices.list(inForce, language), none, !area.isEmpty(), Places.of(site, language, area)));
    }

    private HttpAnswer single(Alert alert, String language, boolean plain) {
        ContentFormat format = plain ? ContentFormat.PLAIN : ContentFormat.STANDARD;
        Optional<Rendition> article = alerts.article(alert, language, format);
        String path = "/alerts/" + alert.id();
        if (article.isEmpty()) {
            Frame frame = pages.frame(language, site.text(language, "web.alert.busy-title"), path);
            return pages.answer(503, "busy", frame, new Busy(site.links().path("/" + language + path)))
                    .with("Retry-After", "2")
                    .with("Cache-Control", "no-store");
        }
        Frame frame =
                pages.frame(language, site.text(language, "web.alert.title"), path + (plain ? "?format=plain" : ""));
        return pages.answer(
                200,
                "alert",
                frame,
                new Single(
                        article.get().body(),
                        notices.otherLanguage(article.get(), language),
                        plain,
                        site.links().path("/" + language + path) + (plain ? "" : "?format=plain"),
                        site.links().path(Links.cap(alert))));
    }

    private HttpAnswer gone(Ended ended, String language) {
        Alert alert = ended.alert();
        Frame frame = pages.frame(language, site.text(language, "web.gone.title"), "/alerts/" + alert.id());
        String has = alerts.nearest(alert, language);
        String key = switch (ended.how()) {
            case EXPIRED -> "expired";
            case REPLACED -> "replaced";
            case WITHDRAWN -> "withdrawn";
        };
        String how = site.text(language, "web.gone." + key, Map.of("time", site.time(language, ended.at())));
        return pages.answer(
                410,
                "gone",
                frame,
                new Gone(
                        alerts.text(alert, language).event(),
                        has,
                        site.direction(has),
                        how,
                        ended.successor()
                                .map(next -> notices.line(next, language))
                                .orElse(null)));
    }
}
