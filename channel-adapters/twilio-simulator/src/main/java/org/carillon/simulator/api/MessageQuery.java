package org.carillon.simulator.api;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.stream.Stream;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.MessageBook;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a list shall have.
 *
 * @param from first moment, inclusive
 * @param until last moment, exclusive
 * @param below only messages before this place in the order of acceptance
 */
record MessageQuery(
        @Nullable String to, @Nullable String sender, Instant from, Instant until, int pageSize, int page, int below) {
    static final String TOKEN = "PASM";
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    static MessageQuery parse(MultiMap query) {
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (var parameter : query) {
            String value = parameter.getValue();
            if (value.isEmpty()) {
                continue;
            }
            switch (parameter.getKey()) {
                case "DateSent" -> {
                    DateFilter span = DateFilter.parse("DateSent", value);
                    from = later(from, span.from());
                    until = earlier(until, span.until());
                }
                case "DateSent>", "DateSent>=" ->
                    from = later(from, DateFilter.parse("DateSent>", value).from());
                case "DateSent<", "DateSent<=" ->
                    until = earlier(until, DateFilter.parse("DateSent<", value).until());
                default -> {
                    // Read below, or nothing to Twilio.
                }
            }
        }
        return new MessageQuery(
                number(query.get("To")),
                number(query.get("From")),
                from,
                until,
                Math.min(LARGEST_SIZE, whole(query, "PageSize", 1, DEFAULT_SIZE)),
                whole(query, "Page", 0, 0),
                below(query.get("PageToken")));
    }

    /** What matches, newest first, from the page token on. */
    Stream<Kept> on(MessageBook book, String hubNumber) {
        return candidates(book, hubNumber)
                .filter(kept -> kept.seq() < below && kept.isListed())
                .filter(kept -> to == null || kept.message().to().equals(to))
                .filter(kept -> sender == null || kept.message().from().equals(sender))
                .filter(kept ->
                        !kept.sentOrTaken().isBefore(from) && kept.sentOrTaken().isBefore(until));
    }

    private Stream<Kept> candidates(MessageBook book, String hubNumber) {
        if (to != null && !to.equals(hubNumber)) {
            return book.newestFirst(to);
        }
        if (sender != null && !sender.equals(hubNumber)) {
            return book.newestFirst(sender);
        }
        return book.newestFirst();
    }

    /** An unescaped plus sign arrives as a space. */
    private static @Nullable String number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String number = text.strip();
        return Character.isDigit(number.charAt(0)) ? "+" + number : number;
    }

    private static int whole(MultiMap query, String name, int least, int otherwise) {
        String text = query.get(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw TwilioError.invalid(name).thrown();
        }
        return Integer.parseInt(text);
    }

    private static int below(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!token.matches(TOKEN + "0{24}[0-7][0-9a-f]{7}")) {
            throw TwilioError.invalid("PageToken").thrown();
        }
        return Integer.parseInt(token.substring(TOKEN.length()), 16);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String toString() {
        return "MessageQuery[page=" + page + "]";
    }
}
