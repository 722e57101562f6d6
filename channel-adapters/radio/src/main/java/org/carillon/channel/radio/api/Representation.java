package org.carillon.channel.radio.api;

import io.vertx.ext.web.MIMEHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.radio.bulletin.Bulletin;

/** The forms in which a bulletin is given, the first where the caller does not care. */
enum Representation {
    TEXT("text/plain", "txt"),
    HTML("text/html", "html"),
    JSON("application/json", "json"),
    SSML("application/ssml+xml", "ssml");

    private final String type;
    private final String mark;

    Representation(String type, String mark) {
        this.type = type;
        this.mark = mark;
    }

    /** The entity tag: one for each form of the same bulletin. */
    String tag(Bulletin bulletin) {
        return '"' + bulletin.id() + "." + mark + '"';
    }

    String contentType() {
        return this == JSON || this == SSML ? type : type + "; charset=utf-8";
    }

    String write(Bulletin bulletin, String station, boolean rightToLeft) {
        return switch (this) {
            case TEXT -> bulletin.text() + "\n";
            case HTML -> HtmlBulletin.of(bulletin, rightToLeft);
            case JSON -> JsonBulletin.of(bulletin, station, rightToLeft);
            case SSML -> SsmlBulletin.of(bulletin);
        };
    }

    /**
     * The first that the caller takes, by the caller's preference (RFC 9110, 12.5.1).
     *
     * @param accepted the caller's media ranges, the most wanted first; empty for a caller who does not say
     */
    static Representation of(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return TEXT;
        }
        return accepted.stream()
                .filter(range -> range.weight() > 0)
                .flatMap(range -> matching(range).stream())
                .findFirst()
                .orElseThrow(() -> HttpProblem.of(
                        406,
                        "Not Acceptable",
                        "A bulletin is given as "
                                + Arrays.stream(values()).map(form -> form.type).toList() + "."));
    }

    private static Optional<Representation> matching(MIMEHeader range) {
        return Arrays.stream(values())
                .filter(form -> {
                    String[] parts = form.type.split("/", -1);
                    return matches(range.component(), parts[0]) && matches(range.subComponent(), parts[1]);
                })
                .findFirst();
    }

    private static boolean matches(String wanted, String part) {
        return wanted.equals("*") || wanted.equalsIgnoreCase(part);
    }
}
