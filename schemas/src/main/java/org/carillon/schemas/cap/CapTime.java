package org.carillon.schemas.cap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time as CAP writes it: the text, and the moment that it means.
 *
 * <p>The form is {@code 2002-05-24T16:49:00-07:00}: no fraction, no {@code Z}; UTC is written {@code -00:00}
 * (CAP 1.2, 3.3.2). Compare {@link #instant()}s, not texts: the same moment has many spellings.
 */
public record CapTime(String text, OffsetDateTime value) {

    /** A digit for each 0, + or - for the sign, all else as it stands. */
    private static final String FORM = "0000-00-00T00:00:00+00:00";

    private static final int SIGN = FORM.indexOf('+');
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int LARGEST_OFFSET_MINUTES = 14 * 60;

    public CapTime {
        if (!value.equals(valueOf(text))) {
            throw new IllegalArgumentException("text and value of a CAP time differ: " + text + ", " + value);
        }
    }

    /** Reads the lexical form of the standard; empty for anything else, also for a day that does not exist. */
    public static Optional<CapTime> parse(String text) {
        OffsetDateTime value = valueOf(text);
        return value == null ? Optional.empty() : Optional.of(new CapTime(text, value));
    }

    /** The moment in its own offset, cut to the second; an offset that CAP cannot write becomes UTC. */
    public static CapTime of(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        boolean writable = seconds % 60 == 0 && Math.abs(seconds / 60) <= LARGEST_OFFSET_MINUTES;
        OffsetDateTime local = (writable ? time : time.withOffsetSameInstant(ZoneOffset.UTC)).withNano(0);
        String offset = local.getOffset().getTotalSeconds() == 0
                ? "-00:00"
                : local.getOffset().getId();
        return new CapTime(LOCAL.format(local) + offset, local);
    }

    /** The moment in UTC, cut to the second. */
    public static CapTime of(Instant instant) {
        return of(instant.atOffset(ZoneOffset.UTC));
    }

    public Instant instant() {
        return value.toInstant();
    }

    private static @Nullable OffsetDateTime valueOf(String text) {
        if (!hasForm(text)) {
            return null;
        }
        int offsetMinutes = number(text, 20, 22) * 60 + number(text, 23, 25);
        boolean endOfDay = text.startsWith("24:00:00", 11);
        if (offsetMinutes > LARGEST_OFFSET_MINUTES || number(text, 23, 25) > 59 || number(text, 0, 4) == 0) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            LocalTime time = endOfDay
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
            int sign = text.charAt(19) == '-' ? -1 : 1;
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(sign * offsetMinutes * 60);
            return OffsetDateTime.of(endOfDay ? date.plusDays(1) : date, time, offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean right =
                    FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i) || (i == SIGN && c == '-');
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
