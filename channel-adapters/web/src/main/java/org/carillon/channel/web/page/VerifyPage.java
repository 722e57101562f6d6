package org.carillon.channel.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.alerts.Standing;
import org.carillon.channel.web.alerts.Standing.Ended;
import org.carillon.channel.web.alerts.Standing.InForce;
import org.carillon.channel.web.alerts.Standing.Unknown;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.channel.web.transparency.PublicLog;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.VerificationCode;
import org.jspecify.annotations.Nullable;

/** Whether a message is genuine, by its code. */
public final class VerifyPage {
    private static final int LONGEST = 40;

    private final Pages pages;
    private final PublicAlerts alerts;
    private final PublicLog log;
    private final Site site;

    public VerifyPage(Pages pages, PublicAlerts alerts, PublicLog log, Site site) {
        this.pages = pages;
        this.alerts = alerts;
        this.log = log;
        this.site = site;
    }

    /** What the template {@code verify} takes. */
    public record Verdict(
            String typed, Answer answer, @Nullable Genuine genuine) {}

    /** What the page says of a code. */
    public enum Answer {
        NOT_ASKED,
        NOT_A_CODE,
        UNKNOWN,
        GENUINE
    }

    /**
     * Of a message that the hub issued.
     *
     * @param until until when it is in force, or null where it is not
     * @param url its page, or null where it has none any more
     * @param entry its index in the public log, or null where the log has none yet
     * @param proof that it is there
     */
    public record Genuine(
            String issued,
            String event,
            String eventLanguage,
            String eventDirection,
            @Nullable String until,
            @Nullable String url,
            @Nullable Long entry,
            String proof) {}

    /** The form, and the answer where a code came with it. */
    public HttpAnswer show(String language, HttpExchange exchange) {
        String typed = exchange.query("code").map(String::strip).orElse("");
        String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return pages.answer(
                200,
                "verify",
                pages.frame(language, site.text(language, "web.verify.title"), "/verify" + query(shown), "verify"),
                verdict(language, shown));
    }

    private static String query(String typed) {
        return typed.isEmpty() ? "" : "?code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private Verdict verdict(String language, String typed) {
        if (typed.isEmpty()) {
            return new Verdict(typed, Answer.NOT_ASKED, null);
        }
        Optional<VerificationCode> code = VerificationCode.parse(typed);
        if (code.isEmpty()) {
            return new Verdict(typed, Answer.NOT_A_CODE, null);
        }
        String canonical = code.get().value();
        return switch (alerts.find(code.get())) {
            case Unknown unknown -> new Verdict(canonical, Answer.UNKNOWN, null);
            case InForce standing ->
                new Verdict(canonical, Answer.GENUINE, genuine(language, standing.alert(), standing));
            case Ended ended -> new Verdict(canonical, Answer.GENUINE, genuine(language, ended.alert(), ended));
        };
    }

    private Genuine genuine(String language, Alert alert, Standing standing) {
        String has = alerts.nearest(alert, language);
        String issued = site.text(
                language,
                "web.verify.issued",
                Map.of(
                        "authority", site.authority(language, alert),
                        "time", site.time(language, alert.content().sent().toInstant())));
        boolean inForce = standing instanceof InForce;
        OptionalLong entry =
                log.view().map(view -> view.find(alert.verificationCode())).orElse(OptionalLong.empty());
        return new Genuine(
                issued,
                alerts.text(alert, language).event(),
                has,
                site.direction(has),
                inForce
                        ? site.text(
                                language,
                                "web.verify.in-force",
                                Map.of(
                                        "time",
                                        site.time(language, alert.content().expires())))
                        : null,
                PublicAlerts.isOnTheWeb(alert) ? site.links().path(Links.alert(language, alert)) : null,
                entry.isPresent() ? entry.getAsLong() : null,
                site.links().path("/transparency/v1/proof?code=" + alert.verificationCode()));
    }
}
