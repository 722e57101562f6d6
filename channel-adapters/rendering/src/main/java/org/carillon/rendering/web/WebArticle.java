package org.carillon.rendering.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.schemas.alert.ContentFormat;
import org.jspecify.annotations.Nullable;

/** One alert in one format, fact by fact. */
final class WebArticle {
    private final Notice notice;
    private final Catalogue catalogue;
    private final LocalStyle style;
    private final Html html;
    private final boolean rightToLeft;
    private final boolean plain;
    private final StringBuilder out = new StringBuilder();

    WebArticle(Notice notice, ContentFormat format, Catalogue catalogue, LocalStyle style) {
        this.notice = notice;
        this.catalogue = catalogue;
        this.style = style;
        this.plain = format == ContentFormat.PLAIN;
        this.rightToLeft = catalogue
                .language(notice.language())
                .orElseThrow(() -> new IllegalArgumentException("unsupported language " + notice.language()))
                .rightToLeft();
        this.html = new Html(rightToLeft);
    }

    String html() {
        String heading = "alert-" + notice.alertId();
        out.append("<article class=\"notice notice-%s\" lang=\"%s\" dir=\"%s\" aria-labelledby=\"%s\">\n"
                .formatted(look(), attribute(notice.language()), rightToLeft ? "rtl" : "ltr", heading));
        heading(heading);
        line("from", html.text(notice.authority()) + " · " + time(notice.sent()));
        takenBack();
        whatToDo();
        facts();
        if (!plain && !text(notice.description()).isEmpty()) {
            out.append("<div class=\"more\">\n").append(html.paragraphs(text(notice.description())));
            out.append("</div>\n");
        }
        exercise("p");
        return out.append("</article>\n").toString();
    }

    /** Kind and exercise are words within the heading: who jumps from heading to heading hears them, too. */
    private void heading(String id) {
        out.append("<h2 id=\"").append(id).append("\">");
        exercise("strong");
        out.append("<strong class=\"kind\">").append(label()).append("</strong> ");
        out.append("<span class=\"headline\">").append(html.text(headline())).append("</span></h2>\n");
    }

    /** What takes a message back is headed by what that was about: its own headline could read like an order. */
    private String headline() {
        Notice.Earlier earlier = notice.earlier();
        if (notice.kind().withdraws() && earlier != null) {
            return earlier.event();
        }
        return plain || text(notice.headline()).isEmpty() ? notice.event() : text(notice.headline());
    }

    private void takenBack() {
        Notice.Earlier earlier = notice.earlier();
        if (earlier == null || notice.kind() == Notice.Kind.ALERT) {
            return;
        }
        String said = notice.kind().withdraws()
                ? frame(notice.kind().frame(), earlier)
                : catalogue.text(
                        notice.language(), "alert." + notice.kind().frame(), Map.of("time", shown(earlier.sent())));
        line("earlier", html.text(said));
        String headline = text(notice.headline());
        if (notice.kind().withdraws() && !plain && !headline.isEmpty() && !headline.equals(earlier.event())) {
            line("news", html.text(headline));
        }
    }

    private String frame(String key, Notice.Earlier earlier) {
        return catalogue.text(
                notice.language(), "alert." + key, Map.of("time", shown(earlier.sent()), "event", earlier.event()));
    }

    /** The approved plain text takes the place of the instruction; without one the instruction is said in both formats. */
    private void whatToDo() {
        String plainText = plain ? text(notice.plain()) : "";
        if (!plainText.isEmpty()) {
            out.append("<div class=\"do\">\n")
                    .append(html.paragraphs(plainText))
                    .append("</div>\n");
        } else if (!text(notice.instruction()).isEmpty()) {
            out.append("<div class=\"do\">\n<h3>").append(said("notice.do")).append("</h3>\n");
            out.append(html.paragraphs(text(notice.instruction()))).append("</div>\n");
        }
    }

    private void facts() {
        out.append("<dl>\n");
        if (!notice.areas().isEmpty()) {
            fact("where", html.text(style.list(notice.areas(), notice.language())));
        }
        ZonedDateTime expires = notice.expires();
        if (expires != null && !notice.kind().withdraws()) {
            fact("until", time(expires));
        }
        if (!notice.kind().withdraws()) {
            String severity = switch (notice.severity()) {
                case EXTREME -> "extreme";
                case SEVERE -> "severe";
                case MODERATE -> "moderate";
                case MINOR -> "minor";
                case UNKNOWN -> "unknown";
            };
            fact("severity", said("severity." + severity));
        }
        fact("code", "<code>" + Html.leftToRight(notice.code()) + "</code>");
        out.append("</dl>\n");
    }

    private void fact(String name, String value) {
        out.append("<div class=\"fact-").append(name).append("\"><dt>").append(said("notice." + name));
        out.append("</dt> <dd>").append(value).append("</dd></div>\n");
    }

    private void exercise(String element) {
        if (notice.exercise()) {
            out.append("<").append(element).append(" class=\"exercise\">");
            out.append(html.text(catalogue.text(notice.language(), "alert.exercise", Map.of())));
            out.append("</").append(element).append(element.equals("p") ? ">\n" : "> ");
        }
    }

    private void line(String name, String value) {
        out.append("<p class=\"").append(name).append("\">").append(value).append("</p>\n");
    }

    private String label() {
        return html.text(catalogue.text(notice.language(), "alert.label." + notice.label(), Map.of()));
    }

    /** The name of its colours, which only repeat what the label says. */
    private String look() {
        return notice.kind().withdraws() ? "over" : notice.severity().isUrgent() ? "urgent" : "calm";
    }

    private String said(String key) {
        return html.text(catalogue.text(notice.language(), "web." + key, Map.of()));
    }

    private String time(ZonedDateTime time) {
        return "<time datetime=\"" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + "\">"
                + html.text(shown(time)) + "</time>";
    }

    private String shown(ZonedDateTime time) {
        return style.time(time, notice.language());
    }

    private static String attribute(String languageTag) {
        return languageTag.replaceAll("[^A-Za-z0-9-]", "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
