package org.carillon.schemas.yaml;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a single value of a file must look like. Also parses the same value from elsewhere, such as an environment
 * variable.
 *
 * @param <T> what it becomes
 * @param expectation completes the sentence "expected …"
 * @param isQuoted whether a wrong value may be repeated in a message; not for secrets
 * @param parser the value, or empty if the text does not fit
 */
public record ValueType<T>(String expectation, boolean isQuoted, Function<String, Optional<T>> parser) {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?" + "(?:(\\d{1,9})s)?(?:(\\d{1,12})ms)?");

    /** Any text with at least one visible character. */
    public static ValueType<String> text() {
        return of("a text", text -> text.isBlank() ? Optional.empty() : Optional.of(text.strip()));
    }

    /** A text that fits a pattern. */
    public static ValueType<String> matching(Pattern pattern, String expectation) {
        return of(expectation, text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    /** A whole number between two bounds, both allowed. */
    public static ValueType<Integer> integer(int min, int max) {
        return whole(min, max).map(Math::toIntExact);
    }

    /** A whole number between two bounds, both allowed. */
    public static ValueType<Long> whole(long min, long max) {
        return of("a whole number from " + min + " to " + max, text -> {
            try {
                long value = Long.parseLong(text);
                return value >= min && value <= max ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** A number between two bounds, both allowed. */
    public static ValueType<Double> decimal(double min, double max) {
        return of("a number from " + min + " to " + max, text -> {
            try {
                double value = Double.parseDouble(text);
                return value >= min && value <= max ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** {@code true} or {@code false}. */
    public static ValueType<Boolean> flag() {
        return of("true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A duration such as {@code 500ms}, {@code 10s}, {@code 1h30m} or {@code 7d}. */
    public static ValueType<Duration> duration() {
        return of("a duration such as 500ms, 10s, 1h30m or 7d", text -> {
            Matcher m = DURATION.matcher(text);
            return text.isEmpty() || !m.matches()
                    ? Optional.empty()
                    : Optional.of(Duration.ofDays(part(m, 1))
                            .plusHours(part(m, 2))
                            .plusMinutes(part(m, 3))
                            .plusSeconds(part(m, 4))
                            .plusMillis(part(m, 5)));
        });
    }

    /** A day such as {@code 2028-12-31}. */
    public static ValueType<LocalDate> date() {
        return of("a date such as 2028-12-31", text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A time zone of the IANA data base, not a bare offset, which would miss summer time. */
    public static ValueType<ZoneId> zone() {
        return of(
                "a time zone of the IANA list such as Europe/Lisbon",
                text -> ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty());
    }

    /** A BCP 47 language tag in its usual spelling, such as {@code es} or {@code zh-Hant}. */
    public static ValueType<String> languageTag() {
        return of("a BCP 47 language tag in its usual spelling such as es, pt-BR or zh-Hant", text -> {
            try {
                String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
                return tag.equals(text) && !text.isEmpty() ? Optional.of(text) : Optional.empty();
            } catch (IllformedLocaleException e) {
                return Optional.empty();
            }
        });
    }

    /** An absolute http or https address. */
    public static ValueType<URI> httpUri() {
        return of("an address such as https://alerts.example.org", text -> {
            try {
                URI uri = new URI(text);
                boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                return isHttp && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        });
    }

    /** A path of the file system; whether something is there is not checked. */
    public static ValueType<Path> path() {
        return of("a path", text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /** One of some words. */
    public static ValueType<String> oneOf(Collection<String> words) {
        List<String> allowed = List.copyOf(words);
        return of(
                allowed.isEmpty() ? "one of a list that is empty" : "one of " + String.join(", ", allowed),
                text -> allowed.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** A constant of an enum, written in small letters with hyphens. */
    public static <E extends Enum<E>> ValueType<E> enumOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String words = constants.stream().map(ValueType::word).collect(Collectors.joining(", "));
        return of(
                "one of " + words,
                text -> constants.stream()
                        .filter(constant -> word(constant).equals(text))
                        .findFirst());
    }

    /** A type whose wrong values are not repeated in messages. */
    public ValueType<T> secret() {
        return new ValueType<>(expectation, false, parser);
    }

    /** The same with another expectation. */
    public ValueType<T> described(String newExpectation) {
        return new ValueType<>(newExpectation, isQuoted, parser);
    }

    /** Turns the value into another. */
    public <U> ValueType<U> map(Function<T, U> change) {
        return new ValueType<>(expectation, isQuoted, text -> parse(text).map(change));
    }

    /** The value, or empty if the text does not fit {@link #expectation()}. */
    public Optional<T> parse(String text) {
        return parser.apply(text);
    }

    /** What to say of a text that does not fit. */
    public String complaint(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return "expected " + expectation + (isQuoted ? ", found \"" + shown + "\"" : "");
    }

    private static <T> ValueType<T> of(String expectation, Function<String, Optional<T>> parser) {
        return new ValueType<>(expectation, true, parser);
    }

    private static String word(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
