package org.carillon.channel.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/** Frozen articles and short lines as pages show them. */
final class Notices {
    /** A page of a few alerts shows all of them; of many the gravest, so that it stays light on a slow line. */
    private static final int MOST_CHARACTERS = 16_000;

    private final PublicAlerts alerts;
    private final Site site;

    Notices(PublicAlerts alerts, Site site) {
        this.alerts = alerts;
        this.site = site;
    }

    /** As many whole articles as a light page holds, at least one, and the others as lines. */
    NoticeList list(List<Alert> inForce, String language) {
        List<NoticeList.Whole> whole = new ArrayList<>();
        List<NoticeList.Line> lines = new ArrayList<>();
        int length = 0;
        for (Alert alert : inForce) {
            Optional<NoticeList.Whole> article = lines.isEmpty() ? whole(alert, language) : Optional.empty();
            length += article.map(one -> one.article().length()).orElse(0);
            if (article.isPresent() && (whole.isEmpty() || length <= MOST_CHARACTERS)) {
                whole.add(article.get());
            } else {
                lines.add(line(alert, language));
            }
        }
        return new NoticeList(whole, lines);
    }

    Optional<NoticeList.Whole> whole(Alert alert, String language) {
        return alerts.article(alert, language, ContentFormat.STANDARD)
                .map(article -> new NoticeList.Whole(
                        article.body(), otherLanguage(article, language), url(alert, language), "alert-" + alert.id()));
    }

    NoticeList.Line line(Alert alert, String language) {
        String has = alerts.nearest(alert, language);
        return new NoticeList.Line(
                alerts.text(alert, language).headline(), url(alert, language), has, site.direction(has));
    }

    /** The sentence that says in which language an article stands, or nothing where it is the reader's. */
    String otherLanguage(Rendition article, String language) {
        return article.language().equals(language)
                ? ""
                : site.text(
                        language,
                        "web.alert.other-language",
                        Map.of(
                                "language", site.languageName(language),
                                "other", site.languageName(article.language())));
    }

    private String url(Alert alert, String language) {
        return site.links().path(Links.alert(language, alert));
    }
}
