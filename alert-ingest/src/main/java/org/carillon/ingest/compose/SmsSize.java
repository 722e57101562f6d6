package org.carillon.ingest.compose;

import java.time.Instant;
import java.util.Collection;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.sms.SmsLimits;
import org.carillon.rendering.sms.SmsRenderer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.Severity;

/** How long a text message would become while it is being written. The preview of the stored alert has the last word. */
public final class SmsSize {
    private final City city;
    private final SmsRenderer sms;

    public SmsSize(City city, Catalogue catalogue) {
        this.city = city;
        this.sms = new SmsRenderer(catalogue, LocalStyle.ofZone(city.zone()), SmsLimits.DEFAULT);
    }

    /**
     * What is known of the alert beside its text.
     *
     * @param sender whose name stands in front
     * @param districts codes
     */
    public record Around(
            String sender,
            Collection<String> districts,
            Severity severity,
            boolean exercise,
            Instant sent,
            Instant expires) {}

    /**
     * The text message, or by how much the text is too long for one.
     *
     * @throws IllegalArgumentException for a language that the catalogue has not, and for a text without an event
     */
    public Rendered of(String language, AlertText text, Around around, ContentFormat format) {
        AlertId id = AlertId.of(around.sender(), "draft", around.sent());
        return sms.render(
                new Notice(
                        id,
                        id,
                        around.sent().atZone(city.zone()),
                        language,
                        Notice.Kind.ALERT,
                        around.exercise(),
                        around.severity(),
                        city.senderName(around.sender(), language).orElse(around.sender()),
                        text.event(),
                        text.headline(),
                        text.description(),
                        text.instruction(),
                        text.plain(),
                        around.districts().stream()
                                .map(district -> city.districtName(district, language))
                                .toList(),
                        around.expires().atZone(city.zone()),
                        // Every code is as long as another.
                        VerificationCode.of(around.sender(), "draft", around.sent())
                                .value(),
                        null),
                format);
    }
}
