package org.carillon.ingest.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.rendering.push.PushRenderer;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.rendering.sms.SmsLimits;
import org.carillon.rendering.sms.SmsRenderer;
import org.carillon.rendering.web.WebRenderer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** What every channel says, in every language and format. */
public final class Renditions {
    private final List<Renderer> renderers;
    private final City city;

    public Renditions(List<Renderer> renderers, City city) {
        this.renderers = List.copyOf(renderers);
        this.city = city;
    }

    /** With the renderers of all channels that there are. */
    public static Renditions ofEveryChannel(Catalogue catalogue, City city) {
        LocalStyle style = LocalStyle.ofZone(city.zone());
        return new Renditions(
                List.of(
                        new SmsRenderer(catalogue, style, SmsLimits.DEFAULT),
                        new WebRenderer(catalogue, style),
                        new RadioRenderer(catalogue, style, city.pack().emergencyNumber()),
                        new PushRenderer(catalogue, style)),
                city);
    }

    /**
     * Renders all of them.
     *
     * @param channels names of the channels that the alert goes to
     * @param texts by language, all of which the catalogue has
     * @param earlier the alert that this one follows, or null
     * @param tooLong gets the channel, the language and by how many characters its instruction has to become shorter
     */
    List<Rendition> render(
            CapAlert message,
            List<String> channels,
            Map<String, AlertText> texts,
            List<String> districts,
            Instant expires,
            Notice.Kind kind,
            @Nullable Alert earlier,
            TooLong tooLong) {
        List<Rendition> renditions = new ArrayList<>();
        texts.forEach((language, text) -> {
            Notice notice = notice(message, language, text, districts, expires, kind, earlier);
            for (Renderer renderer : renderers) {
                for (ContentFormat format : ContentFormat.values()) {
                    if (channels.contains(renderer.channel())) {
                        switch (renderer.render(notice, format)) {
                            case Rendered.Ready ready -> renditions.add(ready.rendition());
                            case Rendered.TooLong excess ->
                                tooLong.accept(renderer.channel(), language, excess.excess());
                        }
                    }
                }
            }
        });
        return renditions;
    }

    /** Hears of a text that does not fit a channel. */
    @FunctionalInterface
    interface TooLong {
        void accept(String channel, String language, int excess);
    }

    private Notice notice(
            CapAlert message,
            String language,
            AlertText text,
            List<String> districts,
            Instant expires,
            Notice.Kind kind,
            @Nullable Alert earlier) {
        AlertId id = AlertId.of(
                message.sender(), message.identifier(), message.sent().instant());
        return new Notice(
                id,
                earlier == null ? id : thread(earlier),
                message.sent().instant().atZone(city.zone()),
                language,
                kind,
                message.status() == Status.EXERCISE,
                message.highestSeverity(),
                authority(message, language, text),
                text.event(),
                text.headline(),
                text.description(),
                text.instruction(),
                text.plain(),
                districts.stream().map(d -> city.districtName(d, language)).toList(),
                expires.atZone(city.zone()),
                VerificationCode.of(
                                message.sender(),
                                message.identifier(),
                                message.sent().instant())
                        .value(),
                earlier == null ? null : earlier(earlier, language));
    }

    /** The first of the series. */
    private static AlertId thread(Alert earlier) {
        return earlier.predecessors().isEmpty()
                ? earlier.id()
                : earlier.predecessors().getLast();
    }

    /** By its event, not its headline: "Boil your water" in a cancellation would read like an order. */
    private Notice.Earlier earlier(Alert earlier, String language) {
        AlertText text = earlier.content().texts().get(language);
        String event = text != null
                ? text.event()
                : earlier.content().texts().values().stream()
                        .findFirst()
                        .map(AlertText::event)
                        .orElse(earlier.verificationCode().value());
        return new Notice.Earlier(event, earlier.content().sent().atZoneSameInstant(city.zone()));
    }

    /** By the name that residents know, else as the message says, or the one that it takes back, else the sender itself. */
    private String authority(CapAlert message, String language, AlertText text) {
        return city.senderName(message.sender(), language)
                .or(() -> Optional.ofNullable(text.senderName()))
                .orElse(message.sender());
    }
}
