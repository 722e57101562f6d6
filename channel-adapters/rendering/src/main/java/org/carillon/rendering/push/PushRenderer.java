package org.carillon.rendering.push;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/**
 * Says an alert as a notification: a {@link PushPayload} of at most {@value #MAX_BYTES} bytes. Shortened by giving up sentences of
 * the description, names of districts and the headline, in this order; the instruction never. Pure: the same notice gives the same
 * bytes.
 */
public final class PushRenderer implements Renderer {
    /** What every push service takes once it is encrypted, also one that puts it into base64 on the way. */
    public static final int MAX_BYTES = 2500;

    private final Catalogue catalogue;
    private final LocalStyle style;

    public PushRenderer(Catalogue catalogue, LocalStyle style) {
        this.catalogue = catalogue;
        this.style = style;
    }

    @Override
    public String channel() {
        return "push";
    }

    @Override
    public Rendered render(Notice notice, ContentFormat format) {
        PushComposition composition = new PushComposition(notice, format, catalogue, style);
        int least = 0;
        for (PushComposition.Shape shape : composition.shapes()) {
            PushPayload payload = composition.payload(shape);
            least = payload.bytes();
            if (least <= MAX_BYTES) {
                return new Rendered.Ready(new Rendition(
                        channel(),
                        notice.language(),
                        format,
                        payload.toJson(),
                        Map.of("bytes", Integer.toString(least))));
            }
        }
        return new Rendered.TooLong(characters(composition.order(), least - MAX_BYTES));
    }

    /** How many characters at the end of the text take that many bytes; where it has fewer, a byte counts as one. */
    private static int characters(String text, int bytes) {
        int left = bytes;
        int characters = 0;
        for (int end = text.length(); left > 0 && end > 0; characters++) {
            int start = text.offsetByCodePoints(end, -1);
            left -= text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
            end = start;
        }
        return characters + Math.max(0, left);
    }
}
