package org.carillon.rendering.template;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Renderer;
import org.carillon.rendering.push.PushRenderer;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.rendering.sms.SmsLimits;
import org.carillon.rendering.sms.SmsRenderer;
import org.carillon.rendering.web.WebRenderer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.jspecify.annotations.Nullable;

/** Templates with something plausible in every field, as the alerts that follow from them. */
final class Filled {
    static final Catalogue CATALOGUE = Catalogue.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final LocalStyle STYLE = LocalStyle.ofZone(ZONE);
    static final Templates TEMPLATES = new Templates(CATALOGUE, new Templates.Place(ZONE, "112"));
    /** Text messages first. */
    static final List<Renderer> RENDERERS = List.of(
            new SmsRenderer(CATALOGUE, STYLE, SmsLimits.DEFAULT),
            new PushRenderer(CATALOGUE, STYLE),
            new RadioRenderer(CATALOGUE, STYLE, "112"),
            new WebRenderer(CATALOGUE, STYLE));

    static final List<String> LANGUAGES =
            CATALOGUE.languages().stream().map(Language::tag).toList();

    private static final int LATER_HOURS = 26;
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-22T14:05:00+00:00");

    private Filled() {}

    /** The values of a form; a later field gets a later time. */
    static Map<String, Map<String, String>> form(Template template) {
        Map<String, Map<String, String>> form = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) {
            form.put(parameter.name(), same(value(parameter)));
        }
        return form;
    }

    /** The same in every language. */
    static Map<String, String> same(String value) {
        return Map.of(TemplateUse.EVERY_LANGUAGE, value);
    }

    private static String value(Parameter parameter) {
        int hours = parameter.laterThan().isPresent() ? LATER_HOURS : 5;
        return switch (parameter) {
            case Parameter.Count count -> Integer.toString(Math.max(count.from(), Math.min(count.to(), 3)));
            case Parameter.Time time -> SENT.plusHours(hours).toString();
            case Parameter.Date date ->
                SENT.plusHours(hours).plusDays(1).toLocalDate().toString();
            case Parameter.Place place -> "Mill Street 3";
            case Parameter.Phone phone -> "+351 800 555 013";
            case Parameter.Choice choice -> choice.of().getFirst();
        };
    }

    static Arguments arguments(Template template, Map<String, Map<String, String>> form) {
        return switch (Arguments.read(template, form, LANGUAGES)) {
            case Arguments.Reading.Complete complete -> complete.arguments();
            case Arguments.Reading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    static Notice notice(Template template, AlertText text, String language) {
        return notice(template, text, language, false);
    }

    static Notice notice(Template template, AlertText text, String language, boolean exercise) {
        ZonedDateTime sent = SENT.toZonedDateTime();
        AlertId id = AlertId.of("civil@meridian.example", template.id(), SENT.toInstant());
        Notice.@Nullable Earlier earlier = null;
        Notice.Kind kind = Notice.Kind.ALERT;
        if (template.id().equals("all-clear") || template.id().equals("correction")) {
            kind = template.id().equals("all-clear") ? Notice.Kind.ALL_CLEAR : Notice.Kind.CORRECTION;
            Template flood = TEMPLATES.find("flood").orElseThrow();
            String event =
                    TEMPLATES.text(arguments(flood, form(flood)), language).event();
            earlier = new Notice.Earlier(event, sent.minusHours(3));
        }
        return new Notice(
                id,
                id,
                sent,
                language,
                kind,
                exercise,
                template.severity(),
                "Meridian",
                text.event(),
                text.headline(),
                text.description(),
                text.instruction(),
                text.plain(),
                List.of("Old Town", "Harbour"),
                expires(template),
                "K7QD2M4X",
                earlier);
    }

    /** Not before the end that the text names. */
    private static ZonedDateTime expires(Template template) {
        ZonedDateTime after = SENT.plus(template.lifetime()).toZonedDateTime();
        ZonedDateTime end = SENT.plusHours(LATER_HOURS).toZonedDateTime();
        boolean names = template.parameters().stream()
                .anyMatch(p -> p instanceof Parameter.Time && p.laterThan().isPresent());
        return names && end.isAfter(after) ? end : after;
    }
}
