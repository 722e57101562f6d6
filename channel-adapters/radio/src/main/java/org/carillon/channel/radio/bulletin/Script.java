package org.carillon.channel.radio.bulletin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.schemas.rendition.Rendition;

/**
 * What was approved to be read of one alert, byte for byte.
 *
 * @param full all of it
 * @param more the core and the paragraph after it, which says until when
 * @param core its first paragraphs, which are a whole message alone
 */
public record Script(String full, String more, String core) {
    static final String BETWEEN = "\n\n";
    private static final Pattern GAP = Pattern.compile(BETWEEN);

    /** Of a frozen rendition; without a readable mark where its core ends all of it is core, so that nothing is ever cut short. */
    public static Script of(Rendition rendition) {
        String attribute = rendition.attributes().getOrDefault(RadioRenderer.CORE_PARAGRAPHS, "");
        String body = rendition.body();
        if (!attribute.matches("[1-9][0-9]{0,2}")) {
            return new Script(body, body, body);
        }
        int core = Integer.parseInt(attribute);
        return new Script(body, beginning(body, core + 1), beginning(body, core));
    }

    private static String beginning(String body, int paragraphs) {
        Matcher gap = GAP.matcher(body);
        int end = 0;
        for (int i = 0; i < paragraphs; i++) {
            end = gap.find() ? gap.start() : body.length();
        }
        return body.substring(0, end);
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Script[" + full.length() + " characters]";
    }
}
