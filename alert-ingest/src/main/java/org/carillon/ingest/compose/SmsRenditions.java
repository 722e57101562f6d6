package org.carillon.ingest.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.sms.SmsNotice;
import org.carillon.rendering.sms.SmsRenderer;
import org.carillon.rendering.sms.SmsRendition;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** What the SMS channel says, in every language and format. */
public final class SmsRenditions {
    private final Catalogue catalogue;
    private final SmsRenderer renderer;
    private final City city;

    public SmsRenditions(Catalogue catalogue, SmsRenderer renderer, City city) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.city = city;
    }

    /**
     * Renders all of them.
     *
     * @param texts by language, all of which the catalogue has
     * @param earlier the alert that this one follows, or null
     * @param tooLong gets the language and by how many characters its instruction has to become shorter
     */
    List<Rendition> render(
            CapAlert message,
            Map<String, AlertText> texts,
            List<String> districts,
            Instant expires,
            SmsNotice.Kind kind,
            @Nullable Alert earlier,
            BiConsumer<String, Integer> tooLong) {
        List<Rendition> renditions = new ArrayList<>();
        texts.forEach((language, text) -> {
            for (ContentFormat format : ContentFormat.values()) {
                SmsNotice notice = notice(message, language, text, districts, expires, kind, earlier);
                switch (renderer.render(notice, format)) {
                    case SmsRendition.Ready ready -> renditions.add(ready.toRendition(language, format));
                    case SmsRendition.TooLong excess -> tooLong.accept(language, excess.excess());
                }
            }
        });
        return renditions;
    }

    private SmsNotice notice(
            CapAlert message,
            String language,
            AlertText text,
            List<String> districts,
            Instant expires,
            SmsNotice.Kind kind,
            @Nullable Alert earlier) {
        return new SmsNotice(
                language,
                kind,
                message.status() == Status.EXERCISE,
                message.highestSeverity(),
                authority(message, language),
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

    /** By its event, not its headline: "Boil your water" in a cancellation would read like an order. */
    private SmsNotice.Earlier earlier(Alert earlier, String language) {
        AlertText text = earlier.content().texts().get(language);
        String event = text != null
                ? text.event()
                : earlier.content().texts().values().stream()
                        .findFirst()
                        .map(AlertText::event)
                        .orElse(earlier.verificationCode().value());
        return new SmsNotice.Earlier(event, earlier.content().sent().atZoneSameInstant(city.zone()));
    }

    /** By the name that residents know, else as the message says, else the sender itself. */
    private String authority(CapAlert message, String language) {
        return city.senderName(message.sender(), language)
                .or(() -> message.infos().stream()
                        .filter(info -> catalogue.language(info.languageTag()).equals(catalogue.language(language)))
                        .map(CapInfo::senderName)
                        .filter(name -> name != null && !name.isBlank())
                        .findFirst())
                .orElse(message.sender());
    }
}
