package org.carillon.rendering.sms;

import java.util.List;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.rendering.sms.SmsComposition.Shape;
import org.carillon.schemas.alert.ContentFormat;

/**
 * Says an alert as a text message: who, what, where, what to do, until when, and the verification code. Shortened until it
 * meets the target by giving up description, names of districts and headline, in this order; the instruction never.
 * Pure: the same notice is the same text.
 */
public final class SmsRenderer implements Renderer {
    private final Catalogue catalogue;
    private final LocalStyle style;
    private final SmsLimits limits;

    public SmsRenderer(Catalogue catalogue, LocalStyle style, SmsLimits limits) {
        this.catalogue = catalogue;
        this.style = style;
        this.limits = limits;
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public Rendered render(Notice notice, ContentFormat format) {
        return switch (compose(notice, format)) {
            case SmsRendition.Ready ready -> new Rendered.Ready(ready.toRendition(notice.language(), format));
            case SmsRendition.TooLong excess -> new Rendered.TooLong(excess.excess());
        };
    }

    /** As {@link #render}, with what was left out and how it is cut into parts. */
    SmsRendition compose(Notice notice, ContentFormat format) {
        SmsComposition composition = new SmsComposition(notice, format, catalogue, style);
        List<Shape> shapes = composition.shapes();
        SmsRendition.Ready beyondTarget = null;
        for (Shape shape : shapes) {
            String text = composition.text(shape);
            Segmentation segmentation = Segmentation.of(text);
            if (limits.onTarget(text, segmentation)) {
                return new SmsRendition.Ready(text, segmentation, composition.omitted(shape));
            }
            if (beyondTarget == null && shape.sentences() == 0 && limits.allowed(text, segmentation)) {
                beyondTarget = new SmsRendition.Ready(text, segmentation, composition.omitted(shape));
            }
        }
        return beyondTarget != null ? beyondTarget : brief(composition, shapes.getLast());
    }

    /** A shorter mark is better than an exercise that cannot be held. */
    private SmsRendition brief(SmsComposition composition, Shape least) {
        Shape last = least;
        for (Shape shape : composition.briefShapes()) {
            String text = composition.text(shape);
            Segmentation segmentation = Segmentation.of(text);
            if (limits.allowed(text, segmentation)) {
                return new SmsRendition.Ready(text, segmentation, composition.omitted(shape));
            }
            last = shape;
        }
        return tooLong(composition.text(last));
    }

    private SmsRendition tooLong(String text) {
        Segmentation segmentation = Segmentation.of(text);
        return new SmsRendition.TooLong(
                segmentation.count(), limits.maxParts(), segmentation.encoding(), limits.excess(text, segmentation));
    }
}
