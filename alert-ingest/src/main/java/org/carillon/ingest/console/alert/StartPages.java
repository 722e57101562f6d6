package org.carillon.ingest.console.alert;

import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;

/** What waits, what is in force, and the list of everything. */
final class StartPages {
    private final Parts parts;
    private final AlertLists lists;

    StartPages(Parts parts) {
        this.parts = parts;
        this.lists = new AlertLists(parts.views(), parts.city(), parts.words());
    }

    void addTo(Routes routes) {
        routes.get("/", Access.OFFICERS, this::start).get("/alerts", Access.OFFICERS, this::list);
    }

    private PageAnswer start(Visit visit) {
        return parts.pages()
                .show(
                        visit,
                        "alerts/start",
                        parts.words().t("alerts.start.title"),
                        lists.start(visit.officer(), WritePages.choose(parts, false)));
    }

    private PageAnswer list(Visit visit) {
        return parts.pages()
                .show(
                        visit,
                        "alerts/list",
                        parts.words().t("alerts.list.title"),
                        lists.list(visit.officer(), visit.query()));
    }
}
