package org.carillon.channel.radio.api;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.carillon.channel.radio.bulletin.Bulletin;

/** A bulletin in large print, for a screen in the studio or for paper. */
final class HtmlBulletin {
    private static final String STYLE = """
            <style>
            body { font: 1.75rem/1.6 system-ui, sans-serif; max-width: 40em; margin: 1.5rem auto; padding: 0 1rem; }
            section { border-top: 0.2rem solid; padding-top: 0.5rem; break-inside: avoid; }
            @media print { body { font-size: 18pt; } }
            </style>
            """;

    private HtmlBulletin() {}

    static String of(Bulletin bulletin, boolean rightToLeft) {
        String direction = rightToLeft ? "rtl" : "ltr";
        return "<!DOCTYPE html>\n<html lang=\"" + Xml.escape(bulletin.language()) + "\" dir=\"" + direction + "\">\n"
                + "<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + Xml.escape(bulletin.intro()) + "</title>\n" + STYLE + "</head>\n<body>\n<main>\n"
                + paragraphs(bulletin.intro()) + "\n"
                + bulletin.told().stream().map(told -> section(told.text())).collect(Collectors.joining())
                + section(bulletin.outro())
                + "</main>\n</body>\n</html>\n";
    }

    private static String section(String text) {
        return "<section>\n" + paragraphs(text) + "\n</section>\n";
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\n\n", -1))
                .map(paragraph -> "<p>" + Xml.escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
