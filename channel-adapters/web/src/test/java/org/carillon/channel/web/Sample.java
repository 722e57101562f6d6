package org.carillon.channel.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.web.WebRenderer;
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
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** An alert of the demo city, step by step: what is not set is a boil-water notice for two districts in three languages. */
final class Sample {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SENDER = "water@port-maravel.example";
    private static final WebRenderer RENDERER = new WebRenderer(Catalogue.load(), LocalStyle.plain());

    private final String identifier;
    private final Map<String, AlertText> texts = new LinkedHashMap<>();
    private AlertState state = AlertState.ISSUED;
    private Status status = Status.ACTUAL;
    private Severity severity = Severity.SEVERE;
    private List<String> districts = List.of("D01", "D03");
    private List<String> channels = List.of("sms", "web");
    private Duration life = Duration.ofHours(6);
    private Notice.Kind kind = Notice.Kind.ALERT;
    private @Nullable Instant endedAt;
    private @Nullable AlertId endedBy;

    private Sample(String identifier) {
        this.identifier = identifier;
        texts.put(
                "en",
                new AlertText(
                        "Unsafe drinking water",
                        "Boil your water before you drink it",
                        "A main burst in Quay Street at 12:40. Tests found bacteria in the water.\n\nThe next news comes at 20:00.",
                        "Boil water for 1 minute before drinking, cooking or brushing teeth. Questions? Call\n555-0134",
                        "The water can make you ill. Boil it for 1 minute. Then you can drink it."));
        texts.put(
                "es",
                new AlertText(
                        "Agua no potable",
                        "Hierva el agua antes de beberla",
                        "Se ha roto una tubería en la calle del Muelle a las 12:40.",
                        "Hierva el agua 1 minuto antes de beber o cocinar. ¿Preguntas? Llame al\n555-0134",
                        null));
        texts.put(
                "ar",
                new AlertText(
                        "مياه غير صالحة للشرب",
                        "اغلوا الماء قبل شربه",
                        "انفجر أنبوب رئيسي في شارع الرصيف في الساعة 12:40.",
                        "اغلوا الماء مدة 1 دقيقة قبل الشرب أو الطبخ. للأسئلة اتصلوا على 555-0134",
                        null));
    }

    static Sample of(String identifier) {
        return new Sample(identifier);
    }

    Sample onlyIn(String language) {
        texts.keySet().retainAll(List.of(language));
        return this;
    }

    Sample headline(String headline) {
        texts.replaceAll((language, text) ->
                new AlertText(text.event(), headline, text.description(), text.instruction(), text.plain()));
        return this;
    }

    Sample state(AlertState newState) {
        state = newState;
        return this;
    }

    Sample endedBy(AlertState how, Instant at, Sample next) {
        state = how;
        endedAt = at;
        endedBy = next.id();
        return this;
    }

    Sample status(Status newStatus) {
        status = newStatus;
        return this;
    }

    Sample severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    Sample districts(String... codes) {
        districts = List.of(codes);
        return this;
    }

    Sample channels(String... names) {
        channels = List.of(names);
        return this;
    }

    Sample life(Duration newLife) {
        life = newLife;
        return this;
    }

    Sample kind(Notice.Kind newKind) {
        kind = newKind;
        return this;
    }

    AlertId id() {
        return AlertId.of(SENDER, identifier, NOON);
    }

    Instant expires() {
        return NOON.plus(life);
    }

    Alert alert() {
        boolean issued = List.of(AlertState.ISSUED, AlertState.SUPERSEDED, AlertState.CANCELLED, AlertState.EXPIRED)
                .contains(state);
        return new Alert(
                id(),
                VerificationCode.of(SENDER, identifier, NOON),
                1,
                state,
                new AlertContent(
                        identifier,
                        SENDER,
                        NOON.atOffset(ZoneOffset.UTC),
                        status,
                        kind.withdraws() ? MsgType.CANCEL : kind == Notice.Kind.UPDATE ? MsgType.UPDATE : MsgType.ALERT,
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
                        texts,
                        expires(),
                        List.of(),
                        channels,
                        false,
                        SignatureCheck.UNSIGNED,
                        "digest",
                        "digest",
                        null),
                List.of(),
                "ana",
                issued ? "ben" : null,
                null,
                List.of(),
                NOON,
                issued ? NOON : null,
                endedAt,
                endedBy);
    }

    /** What the renderer made of it at submission. */
    List<Rendition> articles() {
        List<Rendition> articles = new ArrayList<>();
        texts.forEach((language, text) -> {
            for (ContentFormat format : ContentFormat.values()) {
                articles.add(((Rendered.Ready) RENDERER.render(notice(language, text), format)).rendition());
            }
        });
        return articles;
    }

    private Notice notice(String language, AlertText text) {
        Notice.Earlier earlier = kind == Notice.Kind.ALERT
                ? null
                : new Notice.Earlier(
                        text.event(), NOON.minus(Duration.ofHours(2)).atZone(Demo.CITY.timeZone()));
        return new Notice(
                id(),
                id(),
                NOON.atZone(Demo.CITY.timeZone()),
                language,
                kind,
                false,
                severity,
                Demo.CITY.sender(SENDER).orElseThrow().names().in(language),
                text.event(),
                text.headline(),
                text.description(),
                text.instruction(),
                text.plain(),
                districts.stream()
                        .map(code ->
                                Demo.CITY.district(code).orElseThrow().names().in(language))
                        .toList(),
                expires().atZone(Demo.CITY.timeZone()),
                VerificationCode.of(SENDER, identifier, NOON).value(),
                earlier);
    }
}
