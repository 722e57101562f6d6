package org.carillon.channel.web.page;

import java.util.List;
import java.util.Map;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.resident.Word;
import org.jspecify.annotations.Nullable;

/** How to get alerts: by text message, or in the browser. */
public final class SubscribePage {
    private final Pages pages;
    private final Site site;

    public SubscribePage(Pages pages, Site site) {
        this.pages = pages;
        this.site = site;
    }

    /** One thing to choose. */
    public record Choice(String value, String name, boolean chosen) {}

    /**
     * What the template {@code subscribe} takes.
     *
     * @param number to text to, or null
     * @param join the word, as it is texted
     */
    public record Offer(
            @Nullable String number,
            String join,
            String smsJoin,
            String smsYes,
            String smsStop,
            String consent,
            String rightsWhat,
            String rightsHow,
            String base,
            List<Language> languages,
            List<Choice> areas,
            List<Choice> levels,
            List<Choice> topics,
            List<Choice> formats) {}

    /** The page; it is the same for everyone, what this browser has is asked by its own script. */
    public HttpAnswer show(String language, HttpExchange exchange) {
        Frame frame = pages.frame(language, site.text(language, "web.subscribe.title"), "/subscribe", "subscribe");
        return pages.withScripts("subscribe", frame, offer(language, frame));
    }

    private Offer offer(String language, Frame frame) {
        Purpose purpose = site.city().purposes().getFirst();
        String until = site.date(language, purpose.sunset());
        String number = site.smsNumber().orElse(null);
        String join = site.word(language, Word.JOIN);
        String help = site.word(language, Word.HELP);
        return new Offer(
                number,
                join,
                frame.t(number == null ? "subscribe.sms-join-unknown" : "subscribe.sms-join", "join", join),
                frame.t("subscribe.sms-yes", "yes", site.word(language, Word.YES)),
                site.text(
                        language,
                        "web.subscribe.sms-stop",
                        Map.of("stop", site.word(language, Word.STOP), "help", help)),
                site.text(
                        language,
                        "web.subscribe.consent",
                        Map.of("purpose", purpose.text().in(language), "until", until)),
                frame.t("subscribe.rights-what", "until", until),
                frame.t("subscribe.rights-how", "help", help),
                site.links().path(""),
                site.languages(),
                site.city().districts().stream()
                        .map(d -> new Choice(d.code(), d.names().in(language), false))
                        .toList(),
                List.of(level(language, Level.SEVERE), level(language, Level.EXTREME), level(language, Level.ALL)),
                site.city().topics().stream()
                        .map(t -> new Choice(t.code(), t.names().in(language), false))
                        .toList(),
                List.of(
                        new Choice(ContentFormat.STANDARD.wireName(), frame.t("subscribe.format-standard"), true),
                        new Choice(ContentFormat.PLAIN.wireName(), frame.t("subscribe.format-plain"), false)));
    }

    private Choice level(String language, Level level) {
        return new Choice(level.wireName(), site.text(language, "level." + level.wireName()), level == Level.SEVERE);
    }
}
