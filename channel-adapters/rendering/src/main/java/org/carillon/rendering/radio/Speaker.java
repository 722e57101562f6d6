package org.carillon.rendering.radio;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.jspecify.annotations.Nullable;

/**
 * Makes officers' texts readable aloud: numbers that are dialled are said sign by sign, web addresses never letter by letter, units and
 * symbols as words. All other words stay as they were approved.
 */
final class Speaker {
    private static final int DIALLED_DIGITS = 6;
    private static final int ALONE_DIGITS = 3;

    /** Chinese sets no space between words and figures. */
    private static final String NOT_HAN = "&&[^\\p{IsHan}]";

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+\\-" + NOT_HAN + "]+@[\\p{L}\\p{N}.\\-" + NOT_HAN + "]*[\\p{L}\\p{N}" + NOT_HAN + "]");
    /** What ends an address in a script that sets no space behind its full stop, or none at all. */
    private static final String NOT_IN_URL = "\\s<>\"«»“”،۔।。，、；：！？（）\\p{IsHan}";

    private static final String URL_END = "[^" + NOT_IN_URL + "]*[^" + NOT_IN_URL + ".,;:!?)]";
    private static final Pattern URL = Pattern.compile("(?i)(?:https?://|www\\.)" + URL_END
            + "|(?<![\\p{L}\\p{N}@.\\-" + NOT_HAN + "])(?:[a-z0-9-]+\\.)+(?:com|org|net|gov|edu|info|int|city|example)"
            + "(?![\\p{L}\\p{N}\\-" + NOT_HAN + "])(?:/" + URL_END + ")?");
    private static final Pattern SAYABLE_HOST = Pattern.compile("(?i)[a-z]{3,}(?:\\.[a-z]{2,}){1,2}");
    private static final Pattern NUMBER =
            Pattern.compile("(?<from>\\d{1,2}:\\d{2})(?:\\s?[-–—]\\s?(?<to>\\d{1,2}:\\d{2}))?(?![\\d:])"
                    + "|(?<![\\p{L}\\d:" + NOT_HAN + "])\\+?\\(?\\d+(?:(?:\\) ?| \\(|[ ./‐‑‒–-])\\d+)*(?![\\d:])");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{2}|\\d{4})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})[–-](\\d{1,3})");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([ .])\\d{3}(?:\\1\\d{3})?");
    private static final Pattern LONG_RUN = Pattern.compile("\\d{5,}");
    private static final Pattern UNIT =
            Pattern.compile("(\\d+)\\s?(km/h|km|cm|mm|kg|°C|%|٪)(?![\\p{L}\\p{N}" + NOT_HAN + "])");
    /** The point between two letters is one of Catalan's own signs. */
    private static final Pattern UNSPEAKABLE = Pattern.compile(
            "(?i)https?:?/*|(?<!\\p{L})·|·(?!\\p{L})|[*_#•|~^<>{}\\[\\]\\\\=\\p{So}\\p{Cf}&&[^\\u200C\\u200D]]+");

    /** A space of ours, which gives way to a sign that follows; one that was written, as French does before a colon, stays. */
    private static final String GAP = "\u0001";

    private static final Map<String, String> UNITS = Map.of(
            "km/h", "kilometres-per-hour",
            "km", "kilometres",
            "cm", "centimetres",
            "mm", "millimetres",
            "kg", "kilograms",
            "°C", "degrees",
            "%", "percent",
            "٪", "percent");

    private final Catalogue catalogue;
    private final String language;
    private final String emergencyNumber;
    private final SpokenNumber numbers;
    private final WrittenTimes times;

    /** For one language of a city; {@code emergencyNumber} is said sign by sign wherever it stands. */
    Speaker(Catalogue catalogue, LocalStyle style, String language, String emergencyNumber) {
        this.catalogue = catalogue;
        this.language = language;
        this.emergencyNumber = emergencyNumber.replaceAll("\\D", "");
        this.numbers = new SpokenNumber(catalogue, language);
        this.times = new WrittenTimes(catalogue, style, language);
    }

    /** A text of one or more lines; none for null. */
    SpokenText speak(@Nullable String written) {
        if (written == null) {
            return SpokenText.NOTHING;
        }
        Set<String> dialled = new LinkedHashSet<>();
        String text = "";
        for (String line : times.spoken(plain(written)).split("\n", -1)) {
            String spoken = line(line, dialled);
            if (!spoken.isEmpty()) {
                text = SpokenText.joined(isItem(text, line) ? text + said("stop") : text, spoken);
            }
        }
        return new SpokenText(SpokenText.sentence(text, said("stop")), List.copyOf(dialled));
    }

    /** A name or event within a sentence: without a full stop. */
    String phrase(@Nullable String written) {
        return SpokenText.open(speak(written).text());
    }

    /** A list item that was left open becomes a sentence; a number alone belongs to what stands above it. */
    private static boolean isItem(String before, String line) {
        boolean open = !before.isEmpty() && Character.isLetterOrDigit(before.codePointBefore(before.length()));
        return open && !NUMBER.matcher(line.strip()).matches();
    }

    /** One form of every letter, digits 0 to 9, line ends as LF, one kind of space. */
    private static String plain(String written) {
        StringBuilder text = new StringBuilder(written.length());
        Normalizer2.getNFCInstance()
                .normalize(written)
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(c -> {
                    int digit = Character.isDigit(c) ? UCharacter.digit(c) : -1;
                    if (digit >= 0) {
                        text.append(digit);
                    } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                        text.append('\n');
                    } else if (UCharacter.isUWhiteSpace(c) || UCharacter.isISOControl(c)) {
                        text.append(' ');
                    } else {
                        text.appendCodePoint(c);
                    }
                });
        return text.toString();
    }

    private String line(String written, Set<String> dialled) {
        String line = written.strip().replaceFirst("^[-–—*•·]\\s+", "");
        line = replace(EMAIL, line, found -> said("e-mail"));
        line = replace(URL, line, found -> website(found.group()));
        boolean alone = NUMBER.matcher(line).matches() && digits(line).length() >= ALONE_DIGITS;
        String units = replace(UNIT, line, this::unit);
        String spoken = replace(NUMBER, units, found -> number(found, alone, dialled));
        spoken = replace(LONG_RUN, spoken, found -> GAP + numbers.of(found.group()) + GAP);
        spoken = UNSPEAKABLE.matcher(spoken).replaceAll(GAP);
        spoken = spoken.replace("&", GAP + said("and") + GAP)
                .replace("@", GAP)
                .replaceAll("\\+(?=\\s?\\d)", said("plus") + GAP)
                .replace("+", GAP + said("plus") + GAP);
        return spoken.replaceAll("[ " + GAP + "]*" + GAP + "[ " + GAP + "]*(?=[.,;:!?؟،؛])", "")
                .replace(GAP, " ")
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=[。，、；：！？（）]) | (?=[。，、；：！？（）])", "")
                .strip();
    }

    private String number(MatchResult found, boolean alone, Set<String> dialled) {
        String number = found.group();
        String from = found.group("from");
        if (from != null) {
            String to = found.group("to");
            return to == null ? from : range(from, to);
        }
        if (alone || isDialled(number)) {
            String spoken = numbers.of(number);
            dialled.add(spoken);
            return spoken;
        }
        Matcher range = RANGE.matcher(number);
        return range.matches() ? range(range.group(1), range.group(2)) : number;
    }

    private boolean isDialled(String number) {
        String digits = digits(number);
        if (digits.equals(emergencyNumber) && !digits.isEmpty()) {
            return true;
        }
        boolean quantity = ISO_DATE.matcher(number).matches()
                || DATE.matcher(number).matches()
                || THOUSANDS.matcher(number).matches();
        return digits.length() >= DIALLED_DIGITS && !quantity;
    }

    private String range(String from, String to) {
        return catalogue.text(language, "radio.range", Map.of("from", from, "to", to));
    }

    private String unit(MatchResult found) {
        String count = found.group(1);
        String key = "radio.unit." + UNITS.get(found.group(2));
        // Plurals need the number; one of many digits counts like any other.
        long number = count.length() > 9 ? 100 : Long.parseLong(count);
        return count + " " + catalogue.text(language, key, Map.of("count", number));
    }

    /** The host in words where it is words, else where to find it. */
    private String website(String url) {
        String host = url.replaceFirst("(?i)^https?://", "")
                .replaceFirst("(?i)^www\\.", "")
                .replaceFirst("[/?#:].*$", "");
        return SAYABLE_HOST.matcher(host).matches() && !said("dot").isEmpty()
                ? List.of(host.split("\\.", -1)).stream().collect(Collectors.joining(" " + said("dot") + " "))
                : said("website");
    }

    private String said(String key) {
        return catalogue.text(language, "radio." + key, Map.of());
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        List<String> parts = new ArrayList<>();
        int end = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            parts.add(text.substring(end, matcher.start()));
            parts.add(by.apply(matcher));
            end = matcher.end();
        }
        parts.add(text.substring(end));
        return String.join("", parts);
    }
}
