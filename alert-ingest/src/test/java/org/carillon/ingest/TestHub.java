package org.carillon.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.Earlier;
import org.carillon.ingest.compose.Renditions;
import org.carillon.ingest.compose.Submissions;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.sms.SmsLimits;
import org.carillon.rendering.sms.SmsRenderer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;

/** The demo city, a clock that stands, and CAP messages for it. */
public final class TestHub {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    public static final Catalogue CATALOGUE = Catalogue.load();
    public static final City CITY = new City(pack());

    private TestHub() {}

    private static CityPack pack() {
        Path folder = Path.of(System.getProperty("carillon.root", ".."), "all-in-one", "cities", "port-maravel");
        return switch (new CityPackReader(CLOCK).read(folder)) {
            case CityPackResult.Loaded loaded -> loaded.pack();
            case CityPackResult.Broken broken -> throw new IllegalStateException(broken.toString());
        };
    }

    public static Submissions submissions(Supplier<Collection<Alert>> alerts, String... reviewed) {
        Renditions sms =
                new Renditions(List.of(new SmsRenderer(CATALOGUE, LocalStyle.plain(), SmsLimits.DEFAULT)), CITY);
        return new Submissions(CITY, CATALOGUE, sms, new Earlier(alerts), List.of("sms"), Set.of(reviewed), CLOCK);
    }

    /** A hub that has the web and push as well. */
    public static Submissions submissionsOfEveryChannel(Supplier<Collection<Alert>> alerts) {
        return new Submissions(
                CITY,
                CATALOGUE,
                Renditions.ofEveryChannel(CATALOGUE, CITY),
                new Earlier(alerts),
                List.of("sms", "web", "radio", "push"),
                Set.of(),
                CLOCK);
    }

    /** An alert of that content, as the router would keep it. */
    public static Alert alert(AlertContent content, AlertState state) {
        return new Alert(
                content.id(),
                VerificationCode.of(
                        content.sender(), content.identifier(), content.sent().toInstant()),
                1,
                state,
                content,
                List.of(),
                "ana",
                null,
                null,
                List.of(),
                content.sent().toInstant(),
                null,
                null,
                null);
    }

    /** A CAP message: those elements around those infos. */
    public static String cap(String identifier, String msgType, String afterScope, String... infos) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>%s</identifier>
                  <sender>water@port-maravel.example</sender>
                  <sent>2026-11-22T11:55:00-00:00</sent>
                  <status>Actual</status>
                  <msgType>%s</msgType>
                  <scope>Public</scope>
                  %s
                %s
                </alert>
                """.formatted(identifier, msgType, afterScope, String.join("\n", infos));
    }

    /** An info in that language with that area. */
    public static String info(String language, String headline, String area) {
        return """
                  <info>
                    <language>%s</language>
                    <category>Health</category>
                    <event>Boil water</event>
                    <responseType>Execute</responseType>
                    <urgency>Immediate</urgency>
                    <severity>Severe</severity>
                    <certainty>Observed</certainty>
                    <expires>2026-11-23T12:00:00-00:00</expires>
                    <headline>%s</headline>
                    <instruction>Boil it for 1 minute.</instruction>
                    %s
                  </info>""".formatted(language, headline, area);
    }

    public static String district(String code) {
        return "<area><areaDesc>x</areaDesc><geocode><valueName>port-maravel:district</valueName><value>" + code
                + "</value></geocode></area>";
    }

    public static String polygon(String points) {
        return "<area><areaDesc>x</areaDesc><polygon>" + points + "</polygon></area>";
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
