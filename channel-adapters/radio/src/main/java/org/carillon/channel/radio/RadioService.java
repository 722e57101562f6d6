package org.carillon.channel.radio;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carillon.channel.core.published.PublishedAlerts;
import org.carillon.channel.radio.api.RadioApi;
import org.carillon.channel.radio.bulletin.BulletinWriter;
import org.carillon.channel.radio.station.ServedBulletins;
import org.carillon.channel.radio.station.StationKeys;
import org.carillon.channel.radio.station.StationReports;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.rendering.radio.SpokenTimes;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.topic.Topics;

/** The radio channel: stations pull bulletins of what is in force and report what they aired. */
public final class RadioService implements AutoCloseable {
    private final PublishedAlerts published;
    private final StationReports reports;
    private final RadioApi api;

    /** Starts to read the topics; returns at once. */
    public RadioService(RadioConfig config, Clock clock) {
        CityPack city = config.city();
        StationKeys keys = new StationKeys();
        ServedBulletins served = new ServedBulletins();
        Catalogue catalogue = Catalogue.load();
        reports = new StationReports(config.kafka());
        published = new PublishedAlerts(
                config.kafka(),
                RadioRenderer.CHANNEL,
                plan -> plan.keep(Topics.STATIONS, keys::put)
                        .keep(Topics.STATION_REPORTS, (station, report) -> served.put(report)));
        BulletinWriter writer = new BulletinWriter(
                catalogue,
                new SpokenTimes(catalogue, LocalStyle.ofZone(config.city().timeZone())),
                city.authority(),
                city.timeZone());
        api = new RadioApi(
                catalogue, writer, city.districtCodes(), published, keys, served, reports, published::notReady, clock);
    }

    /** Adds the stations' URLs to a router. */
    public void mount(Router router) {
        api.mount(router);
    }

    /** Why it cannot answer now, or empty. */
    public Optional<String> notReady() {
        return published.notReady();
    }

    /** Waits until it can answer; false where that takes longer. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return published.awaitLoaded(timeout);
    }

    @Override
    public void close() {
        published.close();
        reports.close();
    }
}
