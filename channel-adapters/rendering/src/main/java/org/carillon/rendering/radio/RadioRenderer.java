package org.carillon.rendering.radio;

import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/**
 * Says an alert as a script to be read on air: paragraphs that an empty line separates. The first of them, the core, say who, what,
 * where and what to do, and can stand alone; then until when, more about it, and how to check it. Pure: the same notice is the same
 * script.
 *
 * <p>Attributes: {@value #SECONDS} of the whole, {@value #CORE_SECONDS} and {@value #CORE_PARAGRAPHS} of the core.
 */
public final class RadioRenderer implements Renderer {
    public static final String CHANNEL = "radio";
    public static final String SECONDS = "seconds";
    public static final String CORE_SECONDS = "coreSeconds";
    public static final String CORE_PARAGRAPHS = "coreParagraphs";
    /** What is longer would fit no slot that a station may ask for, beside the bulletin's own words. */
    static final int MOST_CORE_SECONDS = 540;

    private final Catalogue catalogue;
    private final LocalStyle style;
    private final String emergencyNumber;
    private final SpeakingPace pace;

    /** {@code emergencyNumber} is the city's, as people dial it. */
    public RadioRenderer(Catalogue catalogue, LocalStyle style, String emergencyNumber) {
        this.catalogue = catalogue;
        this.style = style;
        this.emergencyNumber = emergencyNumber;
        this.pace = new SpeakingPace(catalogue);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Rendered render(Notice notice, ContentFormat format) {
        RadioScript script = RadioScript.of(notice, format, catalogue, style, emergencyNumber);
        int coreSeconds = pace.seconds(notice.language(), script.coreText());
        if (coreSeconds > MOST_CORE_SECONDS) {
            int characters = script.coreText().length();
            return new Rendered.TooLong(Math.ceilDiv(characters * (coreSeconds - MOST_CORE_SECONDS), coreSeconds));
        }
        String body = script.text();
        Map<String, String> attributes = Map.of(
                SECONDS, Integer.toString(pace.seconds(notice.language(), body)),
                CORE_SECONDS, Integer.toString(coreSeconds),
                CORE_PARAGRAPHS, Integer.toString(script.core().size()));
        return new Rendered.Ready(new Rendition(CHANNEL, notice.language(), format, body, attributes));
    }
}
