package org.carillon.ingest.console.alert;

import java.util.List;
import org.carillon.ingest.console.hazard.Hazard;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;

/** What has been written beforehand, in which languages, and who has reviewed it. */
public final class TemplatePage {
    private final Parts parts;

    TemplatePage(Parts parts) {
        this.parts = parts;
    }

    /** All templates. */
    public record Listing(List<Hazard> hazards, CityView city, Words words) {
        /** The language's own name. */
        public String languageName(Hazard.Wording wording) {
            return city.languageName(wording.language());
        }

        public String severity(Hazard hazard) {
            return words.code("severity", hazard.severity());
        }

        /** How many of its languages are reviewed. */
        public String summary(Hazard hazard) {
            long reviewed =
                    hazard.wordings().stream().filter(Hazard.Wording::reviewed).count();
            return words.t(
                    "alerts.templates.summary",
                    "reviewed",
                    reviewed,
                    "all",
                    hazard.wordings().size());
        }
    }

    void addTo(Routes routes) {
        routes.get("/templates", Access.OFFICERS, this::show);
    }

    private PageAnswer show(Visit visit) {
        return parts.pages()
                .show(
                        visit,
                        "alerts/templates",
                        parts.words().t("alerts.templates.title"),
                        new Listing(parts.hazards().all(), parts.city(), parts.words()));
    }
}
