package org.carillon.rendering.push;

import com.ibm.icu.util.ULocale;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.SameWords;
import org.carillon.rendering.sms.AreaList;
import org.carillon.schemas.alert.ContentFormat;

/** One alert in one format as a notification, in each of the shapes from everything to the bare minimum. */
final class PushComposition {
    private final Notice notice;
    private final Catalogue catalogue;
    private final LocalStyle style;
    private final AreaList areas;
    private final String event;
    private final String headline;
    private final String order;
    private final List<String> descriptions;

    PushComposition(Notice notice, ContentFormat format, Catalogue catalogue, LocalStyle style) {
        this.notice = notice;
        this.catalogue = catalogue;
        this.style = style;
        this.areas = new AreaList(
                catalogue,
                style,
                notice.language(),
                notice.areas().stream().map(PushText::tidy).toList());
        boolean plain = format == ContentFormat.PLAIN;
        String plainText = plain ? PushText.tidy(notice.plain()) : "";
        this.event = PushText.tidy(notice.event());
        String given = plain ? "" : PushText.tidy(notice.headline());
        this.headline = given.isEmpty() ? event : given;
        this.order = plainText.isEmpty() ? PushText.tidy(notice.instruction()) : plainText;
        String description = plain ? "" : PushText.tidy(notice.description());
        this.descriptions = PushText.prefixes(description, notice.language());
    }

    /**
     * How much of the droppable facts is said.
     *
     * @param sentences of the description
     * @param areas names of districts
     * @param headline false where the event stands for it
     */
    record Shape(int sentences, int areas, boolean headline) {}

    /** What is never cut: the instruction, or the plain text. */
    String order() {
        return order;
    }

    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        int all = areas.names().size();
        for (int sentences = descriptions.size() - 1; sentences >= 0; sentences--) {
            shapes.add(new Shape(sentences, all, true));
        }
        for (int few = all - 1; few >= 0; few--) {
            shapes.add(new Shape(0, few, true));
        }
        for (int few = all; few >= 0; few--) {
            shapes.add(new Shape(0, few, false));
        }
        return shapes;
    }

    PushPayload payload(Shape shape) {
        return new PushPayload(
                notice.alertId().value(),
                notice.thread().value(),
                notice.kind().wireName(),
                notice.severity().wireName(),
                title(shape),
                String.join("\n", lines(shape)),
                notice.language(),
                ULocale.forLanguageTag(notice.language()).isRightToLeft() ? "rtl" : "ltr",
                "/" + notice.language() + "/alerts/" + notice.alertId().value(),
                notice.code());
    }

    /** Of a cancellation it says who and that, for a headline would read as an order. */
    private String title(Shape shape) {
        String title = notice.kind().withdraws() ? lead() : shape.headline() ? headline : event;
        return notice.exercise() ? said("exercise") + ": " + title : title;
    }

    /** What to do stands first: a locked screen shows two lines. */
    private List<String> lines(Shape shape) {
        List<String> lines = new ArrayList<>();
        Notice.Earlier earlier = notice.earlier();
        boolean withdraws = notice.kind().withdraws();
        if (withdraws && earlier != null) {
            String frame = catalogue.text(
                    notice.language(),
                    "alert." + notice.kind().frame(),
                    Map.of("time", time(earlier.sent()), "event", PushText.tidy(earlier.event())));
            lines.add(frame);
            if (shape.headline() && !headline.equals(event) && !SameWords.contains(frame, headline)) {
                lines.add(headline);
            }
        }
        if (!order.isEmpty()) {
            lines.add(order);
        }
        if (!withdraws) {
            lines.add(lead());
        }
        if (notice.kind() == Notice.Kind.UPDATE && earlier != null) {
            lines.add(said("updated", "time", time(earlier.sent())));
        }
        if (!areas.names().isEmpty()) {
            lines.add(said("where", "areas", areas.text(shape.areas())));
        }
        ZonedDateTime expires = notice.expires();
        if (expires != null && !withdraws) {
            lines.add(said("until", "time", time(expires)));
        }
        if (shape.sentences() > 0) {
            lines.add(descriptions.get(shape.sentences()));
        }
        lines.add(said("code", "code", notice.code()));
        if (notice.exercise()) {
            lines.add(said("exercise"));
        }
        return lines;
    }

    private String lead() {
        return catalogue.text(
                notice.language(),
                "alert.lead",
                Map.of("authority", PushText.tidy(notice.authority()), "label", said("label." + notice.label())));
    }

    private String said(String key) {
        return catalogue.text(notice.language(), "alert." + key, Map.of());
    }

    private String said(String key, String argument, String value) {
        return catalogue.text(notice.language(), "alert." + key, Map.of(argument, value));
    }

    private String time(ZonedDateTime time) {
        return style.time(time, notice.language());
    }
}
