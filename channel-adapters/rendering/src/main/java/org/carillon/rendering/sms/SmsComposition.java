package org.carillon.rendering.sms;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.SameWords;
import org.carillon.rendering.sms.SmsRendition.Omission;
import org.carillon.schemas.alert.ContentFormat;
import org.jspecify.annotations.Nullable;

/** One alert in one format: its facts line by line, in each of the shapes from everything to the bare minimum. */
final class SmsComposition {
    /** Makes what follows run from the right (Unicode UAX #9). */
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private final Notice notice;
    private final Catalogue catalogue;
    private final LocalStyle style;
    private final AreaList areas;
    private final String headline;
    private final String event;
    private final String instruction;
    private final String plain;
    private final List<String> descriptions;
    private final boolean plainFormat;
    private final boolean rightToLeft;

    SmsComposition(Notice notice, ContentFormat format, Catalogue catalogue, LocalStyle style) {
        this.notice = notice;
        this.catalogue = catalogue;
        this.style = style;
        this.areas = new AreaList(catalogue, style, notice.language(), notice.areas());
        this.event = tidy(notice.event());
        this.headline = tidy(notice.headline()).isEmpty() ? event : tidy(notice.headline());
        this.instruction = tidy(notice.instruction());
        this.rightToLeft = catalogue
                .language(notice.language())
                .filter(Language::rightToLeft)
                .isPresent();
        this.plainFormat = format == ContentFormat.PLAIN;
        this.plain = plainFormat ? tidy(notice.plain()) : "";
        this.descriptions = plainFormat ? List.of("") : prefixes(tidy(notice.description()));
    }

    /**
     * How much of the droppable facts is said.
     *
     * @param sentences of the description
     * @param areas names of districts
     * @param headline false where the event stands for it
     * @param brief whether the first line marks an exercise by one word, too, as the last does
     */
    record Shape(int sentences, int areas, boolean headline, boolean brief) {
        Shape(int sentences, int areas, boolean headline) {
            this(sentences, areas, headline, false);
        }
    }

    /**
     * From everything to the bare minimum: description by sentences, then names of districts, then the headline, without which there
     * may be room for all names again.
     */
    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        int all = notice.areas().size();
        for (int sentences = descriptions.size() - 1; sentences >= 0; sentences--) {
            shapes.add(new Shape(sentences, all, true));
        }
        for (int few = all - 1; few >= 1; few--) {
            shapes.add(new Shape(0, few, true));
        }
        for (int few = all; few > 1; few--) {
            shapes.add(new Shape(0, few, false));
        }
        shapes.add(new Shape(0, Math.min(all, 1), false));
        return shapes;
    }

    /** For an exercise that fits in none of them: the same without description, and with a shorter mark. None for a real alert. */
    List<Shape> briefShapes() {
        return notice.exercise()
                ? shapes().stream()
                        .filter(shape -> shape.sentences() == 0)
                        .map(shape -> new Shape(0, shape.areas(), shape.headline(), true))
                        .toList()
                : List.of();
    }

    Set<Omission> omitted(Shape shape) {
        Set<Omission> omitted = EnumSet.noneOf(Omission.class);
        if (shape.sentences() < descriptions.size() - 1) {
            omitted.add(Omission.DESCRIPTION);
        }
        if (shape.areas() < notice.areas().size()) {
            omitted.add(Omission.AREAS);
        }
        if (!shape.headline() && !plainFormat && !headline.equals(event)) {
            omitted.add(Omission.HEADLINE);
        }
        return omitted;
    }

    /** The text of a shape. The weekday goes where it alone would double the cost of every character. */
    String text(Shape shape) {
        String text = SmsText.normalise(String.join("\n", lines(shape, true)));
        if (GsmAlphabet.covers(text)) {
            return text;
        }
        String shorter = SmsText.normalise(String.join("\n", lines(shape, false)));
        return GsmAlphabet.covers(shorter) ? shorter : directed(text);
    }

    /** A telephone gives a message the direction of its first letter, which may be that of a Latin name. Worth no further part. */
    private String directed(String text) {
        if (!rightToLeft || Bidi.getBaseDirection(text) != Bidi.LTR) {
            return text;
        }
        String marked = RIGHT_TO_LEFT_MARK + text;
        return Segmentation.of(marked).count() == Segmentation.of(text).count() ? marked : text;
    }

    private List<String> lines(Shape shape, boolean weekday) {
        List<String> lines = new ArrayList<>();
        if (notice.exercise()) {
            lines.add(said(shape.brief() ? "exercise-brief" : "exercise"));
        }
        lines.add(catalogue.text(
                notice.language(),
                "alert.lead",
                Map.of("authority", tidy(notice.authority()), "label", said("label." + notice.label()))));
        what(lines, shape, weekday);
        if (!notice.areas().isEmpty()) {
            lines.add(said("where", "areas", tidy(areas.text(shape.areas()))));
        }
        if (!plainFormat && !instruction.isEmpty()) {
            lines.add(said("do", "instruction", instruction));
        }
        ZonedDateTime expires = notice.expires();
        if (expires != null && !notice.kind().withdraws()) {
            lines.add(said("until", "time", time(expires, weekday)));
        }
        if (shape.sentences() > 0) {
            lines.add(descriptions.get(shape.sentences()));
        }
        lines.add(said("code", "code", notice.code()));
        if (notice.exercise()) {
            lines.add(said("exercise-brief"));
        }
        return lines;
    }

    private void what(List<String> lines, Shape shape, boolean weekday) {
        Notice.Earlier earlier = notice.earlier();
        String frame = notice.kind().withdraws() && earlier != null ? frame(earlier, weekday) : "";
        if (!frame.isEmpty()) {
            lines.add(frame);
        }
        if (plainFormat) {
            plainWhat(lines);
        } else if (frame.isEmpty()) {
            lines.add(shape.headline() ? headline : event);
        } else if (shape.headline() && !SameWords.contains(frame, headline)) {
            lines.add(headline);
        }
        if (notice.kind() == Notice.Kind.UPDATE && earlier != null) {
            lines.add(said("updated", "time", time(earlier.sent(), weekday)));
        }
    }

    private String frame(Notice.Earlier earlier, boolean weekday) {
        return catalogue.text(
                notice.language(),
                "alert." + notice.kind().frame(),
                Map.of("time", time(earlier.sent(), weekday), "event", tidy(earlier.event())));
    }

    /** The plain text as it was approved; without one, what to do stands first. */
    private void plainWhat(List<String> lines) {
        if (!plain.isEmpty()) {
            lines.add(plain);
            return;
        }
        if (!instruction.isEmpty()) {
            lines.add(instruction);
        }
        if (!notice.kind().withdraws()) {
            lines.add(instruction.isEmpty() ? event : said("why", "event", event));
        }
    }

    private String said(String key) {
        return catalogue.text(notice.language(), "alert." + key, Map.of());
    }

    private String said(String key, String argument, String value) {
        return catalogue.text(notice.language(), "alert." + key, Map.of(argument, value));
    }

    private String time(ZonedDateTime time, boolean weekday) {
        return weekday ? style.time(time, notice.language()) : style.timeWithoutWeekday(time, notice.language());
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : SmsText.tidy(text);
    }

    /** Nothing, the first sentence, the first two … the whole text. */
    private List<String> prefixes(String text) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(notice.language()));
        sentences.setText(text);
        for (int end = sentences.first(); end != BreakIterator.DONE; end = sentences.next()) {
            String prefix = text.substring(0, end).strip();
            if (!prefix.equals(prefixes.getLast())) {
                prefixes.add(prefix);
            }
        }
        return prefixes;
    }
}
