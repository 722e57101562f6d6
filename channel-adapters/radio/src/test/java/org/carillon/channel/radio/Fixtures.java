package org.carillon.channel.radio;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.station.StationAccount;

/** The demo city, its stations, and alerts of it with the scripts that would be approved. */
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Catalogue CATALOGUE = Catalogue.load();
    public static final CityPack CITY = city();
    private static final String SENDER = "water@port-maravel.example";
    private static final RadioRenderer RENDERER =
            new RadioRenderer(CATALOGUE, LocalStyle.plain(), CITY.emergencyNumber());

    private Fixtures() {}

    /**
     * An alert in words.
     *
     * @param name makes its identity
     * @param texts by language: what to do
     */
    public record Told(
            String name,
            Severity severity,
            Instant sent,
            Instant expires,
            List<String> districts,
            Map<String, String> texts) {
        public AlertId id() {
            return AlertId.of(SENDER, name, sent);
        }

        public Alert issued() {
            return alert(AlertState.ISSUED);
        }

        public Alert alert(AlertState state) {
            Map<String, AlertText> all = new LinkedHashMap<>();
            texts.forEach((language, instruction) -> all.put(
                    language, new AlertText("Event " + name, "Headline " + name, "Description.", instruction, null)));
            AlertContent content = new AlertContent(
                    name,
                    SENDER,
                    sent.atOffset(ZoneOffset.UTC),
                    Status.ACTUAL,
                    MsgType.ALERT,
                    Scope.PUBLIC,
                    "city-alerts",
                    "water",
                    Category.HEALTH,
                    severity,
                    Urgency.IMMEDIATE,
                    Certainty.OBSERVED,
                    List.of(),
                    districts,
                    Map.of(),
                    all,
                    expires,
                    List.of(),
                    List.of("sms", "radio"),
                    false,
                    SignatureCheck.UNSIGNED,
                    "digest",
                    "digest",
                    null);
            return new Alert(
                    id(),
                    VerificationCode.of(SENDER, name, sent),
                    1,
                    state,
                    content,
                    List.of(),
                    "ana",
                    "ben",
                    null,
                    List.of(),
                    sent,
                    sent,
                    null,
                    null);
        }

        /** The script in one of its languages, with a description of that many sentences. */
        public Rendition script(String language, int sentences) {
            Notice notice = new Notice(
                    id(),
                    id(),
                    sent.atZone(CITY.timeZone()),
                    language,
                    Notice.Kind.ALERT,
                    false,
                    severity,
                    "Port Maravel Water",
                    "Event " + name,
                    "Headline " + name,
                    "More about it is known. ".repeat(sentences),
                    texts.get(language),
                    null,
                    List.of("Old Harbour"),
                    ZonedDateTime.ofInstant(expires, CITY.timeZone()),
                    VerificationCode.of(SENDER, name, sent).value(),
                    null);
            return ((Rendered.Ready) RENDERER.render(notice, ContentFormat.STANDARD)).rendition();
        }
    }

    public static Told told(String name, Severity severity) {
        return new Told(
                name,
                severity,
                NOON.minusSeconds(600),
                NOON.plusSeconds(3600),
                List.of("D01"),
                Map.of("en", "Boil your water & call\n555-0134", "es", "Hierva el agua."));
    }

    public static StationAccount station(String id, List<String> languages, List<String> districts, boolean active) {
        return new StationAccount(id, id, languages, districts, hash(key(id)), active, NOON);
    }

    public static String key(String station) {
        return "key-of-" + station;
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CityPack city() {
        Path folder = Path.of(System.getProperty("carillon.root"), "all-in-one", "cities", "port-maravel");
        return switch (new CityPackReader(Clock.systemUTC()).read(folder)) {
            case CityPackResult.Loaded loaded -> loaded.pack();
            case CityPackResult.Broken broken -> throw new IllegalStateException("broken: " + broken.problems());
        };
    }
}
