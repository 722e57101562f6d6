package org.carillon.channel.sms.reply;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.sms.Segmentation;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.Reply;

/**
 * What officers on duty are told, in English, the language of the console; two parts, unless an event in another script needs more. Carries
 * no verification code: it is no alert.
 * May be used from any thread.
 */
public final class OfficerTexts {
    private static final int PARTS = 2;
    private static final int LONGEST = 60;
    private static final int SHORTEST = 10;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final CityPack city;
    private final URI console;

    /**
     * Makes one.
     *
     * @param publicBase how the outside reaches the hub, without a slash at the end
     */
    public OfficerTexts(CityPack city, URI publicBase) {
        this.city = city;
        this.console = URI.create(publicBase + "/console/");
    }

    /** The text; the same notice is always the same text. */
    public String text(Reply notice) {
        List<String> names = notice.areas().stream()
                .map(code -> city.district(code)
                        .map(district -> district.names().in("en"))
                        .orElse(code))
                .toList();
        String count = names.size() + (names.size() == 1 ? " district" : " districts");
        String text = said(notice, String.join(", ", names), LONGEST);
        for (int longest = LONGEST; Segmentation.of(text).count() > PARTS && longest >= SHORTEST; longest -= 10) {
            text = said(notice, count, longest);
        }
        return text;
    }

    private String said(Reply notice, String where, int longest) {
        Map<String, String> args = notice.args();
        String what = '"' + cut(args.getOrDefault("event", "?"), longest) + "\" (" + args.getOrDefault("severity", "?")
                + "), " + where;
        String by = cut(args.getOrDefault("by", "?"), longest);
        String reason = cut(args.getOrDefault("reason", ""), longest);
        String message = switch (args.getOrDefault("kind", "")) {
            case "approval" -> "an alert waits for your approval: " + what + ", by " + by + ", " + since(args) + '.';
            case "deputy" ->
                "nobody has answered for " + args.getOrDefault("minutes", "some")
                        + " minutes. You are deputy: an alert waits for approval: " + what + ", by " + by + ", "
                        + since(args) + '.';
            case "correction" -> by + " has corrected a false alarm: " + what + because(reason);
            case "alone" -> by + " has issued an alert without a second person: " + what + because(reason);
            case "recovered" ->
                "the operator has given the account of " + cut(args.getOrDefault("officer", "?"), longest)
                        + " a new password and taken the second factor away, without a second person. If you do not know"
                        + " why, ask at once.";
            default -> "there is news of " + what + '.';
        };
        return city.names().in("en") + ": " + message + '\n' + console;
    }

    private String since(Map<String, String> args) {
        String since = args.get("since");
        return since == null
                ? "now"
                : Instant.parse(since).atZone(city.timeZone()).format(CLOCK);
    }

    private static String because(String reason) {
        return reason.isBlank() ? "." : ". Reason: " + reason;
    }

    /** On one line, and never so long that what comes behind is lost. */
    private static String cut(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 3)) + "...";
    }
}
