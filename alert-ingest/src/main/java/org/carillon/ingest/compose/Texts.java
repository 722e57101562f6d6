package org.carillon.ingest.compose;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapInfo;
import org.jspecify.annotations.Nullable;

/** The texts of a message by language, one for each language that the hub speaks. */
final class Texts {
    /** CAP parameter that carries the plain text. */
    static final String PLAIN = "carillon:plain";

    private Texts() {}

    /** The gravest info of each language speaks for it; the languages keep the order of the message. */
    static Map<String, AlertText> of(CapAlert message) {
        Map<String, AlertText> texts = new LinkedHashMap<>();
        infos(message).forEach((tag, info) -> texts.put(tag, text(info)));
        return texts;
    }

    /** The info that speaks for each language. */
    static Map<String, CapInfo> infos(CapAlert message) {
        Map<String, CapInfo> chosen = new LinkedHashMap<>();
        for (CapInfo info : message.infos()) {
            chosen.merge(
                    tag(info),
                    info,
                    (a, b) -> b.severity().rank() > a.severity().rank() ? b : a);
        }
        return chosen;
    }

    private static String tag(CapInfo info) {
        return Locale.forLanguageTag(info.languageTag().replace('_', '-')).toLanguageTag();
    }

    private static AlertText text(CapInfo info) {
        String headline = info.headline();
        return new AlertText(
                info.event().strip(),
                headline == null || headline.isBlank() ? info.event().strip() : headline.strip(),
                blankToNull(info.description()),
                blankToNull(info.instruction()),
                info.parameter(PLAIN).orElse(null),
                blankToNull(info.senderName()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
