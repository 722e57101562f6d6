package org.carillon.ingest.console.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carillon.ingest.alerts.Preview;
import org.carillon.ingest.alerts.Price;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.ingest.remark.Remark;
import org.carillon.ingest.remark.Said;
import org.carillon.rendering.hint.Field;
import org.carillon.rendering.push.PushPayload;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** Puts what every channel says side by side, language by language, with who gets it and what to look at. */
public final class Renderings {
    private static final List<String> CHANNELS = List.of("sms", "push", "web", "radio");

    private final CityView city;
    private final Words words;
    private final Spoken spoken;

    Renderings(CityView city, Words words, Spoken spoken) {
        this.city = city;
        this.words = words;
        this.spoken = spoken;
    }

    /**
     * All of it.
     *
     * @param deliveries how long each channel takes, and how many it reaches
     * @param warnings to be looked at; of languages that have a text they stand there as well
     */
    public record View(
            String digest,
            List<Language> languages,
            List<Delivery> deliveries,
            List<Warning> warnings,
            boolean counted,
            boolean complete,
            String totalText,
            ReadBack readBack) {}

    /**
     * What officers read before they go on: the stored text in their language.
     *
     * @param description what is known
     * @param folded whether it was approved with its template, so that it need not be read each time
     */
    public record ReadBack(
            String code, String direction, String until, String instruction, String description, boolean folded) {}

    /**
     * What is said in one language.
     *
     * @param cards every channel as most people get it
     * @param plain the same in plain words
     */
    public record Language(
            String code,
            String name,
            String direction,
            boolean unreviewed,
            String recipients,
            List<Card> cards,
            List<Card> plain,
            List<Warning> warnings) {}

    /**
     * What one channel says.
     *
     * @param title of a notification, or empty
     * @param html an article as the public page shows it, or empty
     */
    public record Card(String channel, String channelName, String facts, String title, String text, String html) {}

    /** How many get it by one channel, and how long that takes. */
    public record Delivery(
            String channel, String recipients, String units, String time, String cost, List<Share> languages) {}

    /** Recipients of one language. */
    public record Share(String language, String languageName, String recipients) {}

    /**
     * One thing to look at.
     *
     * @param languageName that it is about, or empty for all of them
     * @param words of the text that it is about, or empty
     * @param languageOfWords BCP 47
     * @param advice what to do about it, or empty
     */
    public record Warning(String languageName, String message, String words, String languageOfWords, String advice) {}

    View of(Alert alert, Preview preview, List<String> unreviewed) {
        Preview.Audience audience = preview.audience();
        return new View(
                preview.renditionsDigest(),
                languages(alert, preview, unreviewed),
                audience == null ? List.of() : deliveries(preview, audience),
                preview.warnings().stream().map(this::warning).toList(),
                audience != null,
                audience != null && audience.complete(),
                audience == null ? "" : words.count(audience.total()),
                readBack(alert));
    }

    private ReadBack readBack(Alert alert) {
        String code = AlertRow.language(alert, city);
        AlertText text = alert.content().texts().get(code);
        TemplateUse template = alert.content().template();
        return new ReadBack(
                code,
                city.direction(code),
                words.time(alert.content().expires()),
                text == null || text.instruction() == null ? "" : text.instruction(),
                text == null || text.description() == null ? "" : text.description(),
                template != null && !template.ownWording().contains(code));
    }

    /** What an alert would say that nobody has stored yet. */
    List<Language> languages(Alert alert, List<Rendition> renditions) {
        return languages(alert, renditions, null, List.of(), List.of());
    }

    private List<Language> languages(Alert alert, Preview preview, List<String> unreviewed) {
        return languages(alert, preview.renditions(), preview.audience(), preview.warnings(), unreviewed);
    }

    private List<Language> languages(
            Alert alert,
            List<Rendition> renditions,
            Preview.@Nullable Audience audience,
            List<LanguageChecks.Warning> warnings,
            List<String> unreviewed) {
        Set<String> codes = new LinkedHashSet<>();
        // The officer's own language first, then as the alert has them.
        codes.add(AlertRow.language(alert, city));
        renditions.forEach(r -> codes.add(r.language()));
        codes.retainAll(renditions.stream().map(Rendition::language).toList());
        List<Language> languages = new ArrayList<>();
        for (String code : codes) {
            languages.add(new Language(
                    code,
                    city.languageName(code),
                    city.direction(code),
                    unreviewed.contains(code),
                    audience == null ? "" : recipients(audience, code),
                    cards(alert, renditions, code, ContentFormat.STANDARD),
                    cards(alert, renditions, code, ContentFormat.PLAIN),
                    warnings.stream()
                            .filter(w -> w.language().equals(code))
                            .map(this::warning)
                            .toList()));
        }
        return languages;
    }

    private Warning warning(LanguageChecks.Warning warning) {
        Remark remark = warning.remark();
        Field field = remark.field();
        Said said = spoken.of(remark);
        return new Warning(
                city.languageName(remark.language()),
                field == null
                        ? said.message()
                        : words.t("alerts.hints.field." + field.wireName()) + ": " + said.message(),
                remark.quoted(),
                remark.languageOfWords(),
                said.advice());
    }

    private String recipients(Preview.Audience audience, String language) {
        long count = audience.channels().values().stream()
                .mapToLong(languages -> languages.getOrDefault(language, 0L))
                .sum();
        return words.count(count, "recipients");
    }

    private List<Card> cards(Alert alert, List<Rendition> renditions, String language, ContentFormat format) {
        return CHANNELS.stream()
                .flatMap(channel -> renditions.stream()
                        .filter(r ->
                                r.language().equals(language) && r.channel().equals(channel) && r.format() == format)
                        .map(r -> card(alert, r)))
                .toList();
    }

    private Card card(Alert alert, Rendition rendition) {
        String title = "";
        String text = rendition.body();
        String html = "";
        if (rendition.channel().equals("push")) {
            PushPayload payload = PushPayload.parse(rendition.body()).orElse(null);
            if (payload != null) {
                title = payload.title();
                text = payload.body();
            }
        } else if (rendition.channel().equals("web")) {
            text = "";
            html = unique(alert, rendition);
        }
        return new Card(rendition.channel(), words.channel(rendition.channel()), facts(rendition), title, text, html);
    }

    /** The article names its heading by the alert: on a page of many articles each needs a name of its own. */
    private static String unique(Alert alert, Rendition rendition) {
        String name = "\"alert-" + alert.id();
        return rendition
                .body()
                .replace(
                        name + '"',
                        name
                                + '-'
                                + rendition.language()
                                + '-'
                                + rendition.format().wireName()
                                + '"');
    }

    private String facts(Rendition rendition) {
        Map<String, String> facts = rendition.attributes();
        return switch (rendition.channel()) {
            case "sms" -> {
                List<String> said = new ArrayList<>();
                said.add(words.count(Long.parseLong(facts.getOrDefault("parts", "1")), "parts"));
                said.add(facts.getOrDefault("encoding", "").replace('_', '-'));
                String omitted = facts.getOrDefault("omitted", "");
                if (!omitted.isEmpty()) {
                    said.add(words.t("alerts.facts.omitted", "what", words.omitted(omitted)));
                }
                yield words.listed(said);
            }
            case "radio" -> words.t("alerts.facts.seconds", "n", facts.getOrDefault("seconds", "?"));
            default -> words.t("alerts.facts.bytes", "n", facts.getOrDefault("bytes", "?"));
        };
    }

    private List<Delivery> deliveries(Preview preview, Preview.Audience audience) {
        List<Delivery> deliveries = new ArrayList<>();
        new TreeMap<>(preview.delivery()).forEach((channel, delivery) -> {
            Long seconds = delivery.seconds();
            Price.@Nullable Cost cost = delivery.cost();
            deliveries.add(new Delivery(
                    words.channel(channel),
                    words.count(delivery.recipients()),
                    channel.equals("sms") ? words.count(delivery.units(), "parts") : "",
                    seconds == null
                            ? words.t("alerts.time.at-once")
                            : words.t("alerts.time.about", "length", words.length(Duration.ofSeconds(seconds))),
                    cost == null ? "" : cost.amount().toPlainString() + " " + cost.currency(),
                    audience.channels().getOrDefault(channel, Map.of()).entrySet().stream()
                            .map(e -> new Share(e.getKey(), city.languageName(e.getKey()), words.count(e.getValue())))
                            .toList()));
        });
        return deliveries;
    }
}
