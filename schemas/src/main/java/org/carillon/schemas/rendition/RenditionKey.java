package org.carillon.schemas.rendition;

import java.util.Objects;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;

/** Which rendition: alert, submission, channel, language (BCP 47) and format. */
public record RenditionKey(AlertId alertId, int version, String channel, String language, ContentFormat format) {
    public RenditionKey {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(format, "format");
    }

    /** The record key, {@code alert/version/channel/language/format}. */
    public String path() {
        return alertId + "/" + version + '/' + channel + '/' + language + '/' + format.wireName();
    }
}
