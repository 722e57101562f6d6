package org.carillon.channel.radio.api;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.channel.radio.bulletin.Bulletin;

/**
 * A bulletin for a speech synthesiser (SSML 1.1): the same words as the text, with marks that say how numbers, codes and times are
 * read, and pauses.
 */
final class SsmlBulletin {
    private static final String BREAK = "\n<break time=\"600ms\"/>\n";
    private static final Pattern MARKED = Pattern.compile("(?<time>(?<![\\d:])\\d{1,2}:\\d{2}(?![\\d:]))"
            + "|(?<digits>(?<![\\p{L}\\p{N}])\\d(?: \\d)+(?![\\p{L}\\p{N}])(?! [0-9A-Z](?![\\p{L}\\p{N}])))"
            + "|(?<code>(?<![\\p{L}\\p{N}])[0-9A-Z](?: [0-9A-Z]){2,}(?![\\p{L}\\p{N}]))");

    private static final int HALF_DAY = 12;

    private SsmlBulletin() {}

    static String of(Bulletin bulletin) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\""
                + Xml.escape(bulletin.language()) + "\">\n"
                + Arrays.stream(bulletin.text().split("\n\n", -1))
                        .map(paragraph -> "<p>" + marked(paragraph) + "</p>")
                        .collect(Collectors.joining(BREAK))
                + "\n</speak>\n";
    }

    private static String marked(String paragraph) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = MARKED.matcher(paragraph);
        int end = 0;
        while (matcher.find()) {
            out.append(Xml.escape(paragraph.substring(end, matcher.start())))
                    .append("<say-as interpret-as=\"")
                    .append(kind(matcher))
                    .append("\">")
                    .append(matcher.group())
                    .append("</say-as>");
            end = matcher.end();
        }
        return out.append(Xml.escape(paragraph.substring(end))).toString();
    }

    private static String kind(Matcher matcher) {
        String time = matcher.group("time");
        if (time != null) {
            return "time\" format=\"" + (isOf24(time) ? "hms24" : "hms12");
        }
        return matcher.group("digits") != null ? "digits" : "characters";
    }

    /** The words beside any other time say which half of the day it is of. */
    private static boolean isOf24(String time) {
        int hour = Integer.parseInt(time.substring(0, time.indexOf(':')));
        return time.startsWith("0") || hour > HALF_DAY;
    }
}
