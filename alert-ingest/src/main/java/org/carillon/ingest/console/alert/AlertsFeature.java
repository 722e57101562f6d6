package org.carillon.ingest.console.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.console.desk.Desk;
import org.carillon.ingest.console.hazard.TemplateHazards;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.alert.Alert;
import org.jspecify.annotations.Nullable;

/** The pages about alerts. */
public final class AlertsFeature implements Feature {
    private final City city;
    private final Catalogue catalogue;
    private final AlertViews views;
    private final Map<String, Operation> operations;
    private final Templates templates;
    private final Function<Alert, List<String>> unreviewed;
    private final List<String> channels;
    private final @Nullable Duration aloneAfter;
    private final Clock clock;

    /**
     * Puts them together.
     *
     * @param operations those of the API: what the pages do is done by them
     * @param unreviewed the languages of an alert that nobody has reviewed
     * @param channels names of the channels that this hub has
     * @param aloneAfter how long approvers have before the author may issue an Extreme alert alone; null for never
     */
    public AlertsFeature(
            City city,
            Catalogue catalogue,
            AlertViews views,
            Map<String, Operation> operations,
            Templates templates,
            Function<Alert, List<String>> unreviewed,
            List<String> channels,
            @Nullable Duration aloneAfter,
            Clock clock) {
        this.city = city;
        this.catalogue = catalogue;
        this.views = views;
        this.operations = Map.copyOf(operations);
        this.templates = templates;
        this.unreviewed = unreviewed;
        this.channels = List.copyOf(channels);
        this.aloneAfter = aloneAfter;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Words.GROUP;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("/", "alerts.menu.start", Access.OFFICERS),
                new MenuEntry("/alerts/new", "alerts.menu.new", WritePages.WRITERS),
                new MenuEntry("/alerts", "alerts.menu.list", Access.OFFICERS),
                new MenuEntry("/exercises/new", "alerts.menu.exercise", WritePages.WRITERS),
                new MenuEntry("/templates", "alerts.menu.templates", Access.OFFICERS));
    }

    @Override
    public List<String> assets() {
        return List.of("alerts.css", "map.js", "live.js");
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        Words words = new Words(
                tools.pages().texts(), tools.pages().figures(), city.pack().timeZone(), clock);
        CityView shown = new CityView(city, catalogue, words);
        Spoken spoken = new Spoken(shown, words);
        Parts parts = new Parts(
                tools.pages(),
                tools.stepUp(),
                views,
                shown,
                words,
                new Desk(operations, tools.t("frame.undecided")),
                new TemplateHazards(templates, catalogue, city, tools.pages().texts()),
                unreviewed,
                channels,
                new LoneRule(aloneAfter, unreviewed),
                spoken,
                new Hinting(city, catalogue, words, spoken));
        new StartPages(parts).addTo(routes);
        // Those with words in their path before those with an id in the same place.
        new WritePages(parts).addTo(routes);
        new DecidePages(parts).addTo(routes);
        new LonePages(parts).addTo(routes);
        new FollowPages(parts).addTo(routes);
        new OnePage(parts).addTo(routes);
        new TemplatePage(parts).addTo(routes);
    }
}
