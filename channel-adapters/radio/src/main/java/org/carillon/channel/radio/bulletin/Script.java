package org.carillon.channel.radio.bulletin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.rendering.radio.RadioRenderer;
import org.carillon.schemas.rendition.Rendition;

/**
 * What was approved to be read of one alert, byte for byte.
 *
 * @param full all of it
 * @param core its first paragraphs, which are a whole message alone
 */
public record Script(String full, String core) {
    static final String BETWEEN = "\n\n";
    private static final Pattern GAP = Pattern.compile(BETWEEN);

    /** Of a frozen rendition; without a readable mark where its core ends all of it is core, so that nothing is ever cut short. */
    public static Script of(Rendition rendition) {
        int core = paragraphs(rendition.attributes().getOrDefault(RadioRenderer.CORE_PARAGRAPHS, ""));
        Matcher gap = GAP.matcher(rendition.body());
        int end = 0;
        for (int i = 0; i < core; i++) {
            end = gap.find() ? gap.start() : rendition.body().length();
        }
        return new Script(
                rendition.body(),
                core == 0 ? rendition.body() : rendition.body().substring(0, end));
    }

    private static int paragraphs(String attribute) {
        return attribute.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(attribute) : 0;
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Script[" + full.length() + " characters]";
    }
}
