package org.carillon.rendering.sms;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/** An alert as a text message, or by how much it is too long to be one. */
public sealed interface SmsRendition {

    /**
     * A message that fits.
     *
     * @param body the text to the letter
     * @param omitted what had to be left out for it
     */
    record Ready(String body, Segmentation segmentation, Set<Omission> omitted) implements SmsRendition {
        public Ready {
            omitted = Collections.unmodifiableSet(
                    omitted.isEmpty() ? EnumSet.noneOf(Omission.class) : EnumSet.copyOf(omitted));
        }

        /** The record to freeze: channel {@code sms}, attributes {@code parts}, {@code encoding}, {@code units}, {@code omitted}. */
        public Rendition toRendition(String language, ContentFormat format) {
            Map<String, String> attributes = Map.of(
                    "parts", Integer.toString(segmentation.count()),
                    "encoding", segmentation.encoding().name(),
                    "units", Integer.toString(segmentation.units()),
                    "omitted", omitted.stream().map(Omission::wireName).collect(Collectors.joining(",")));
            return new Rendition("sms", language, format, body, attributes);
        }

        /** Never shows the text. */
        @Override
        public String toString() {
            return "Ready[" + segmentation + ", omitted=" + omitted + "]";
        }
    }

    /**
     * Even the shortest form, the instruction whole and the rest as short as can be, does not fit: the alert has to be
     * refused.
     *
     * @param parts what it would take
     * @param maxParts what is allowed
     * @param excess by how many characters of its encoding the instruction (or the plain text) has to become shorter
     */
    record TooLong(int parts, int maxParts, SmsEncoding encoding, int excess) implements SmsRendition {}

    /** What was left out of a message to make it fit. */
    enum Omission {
        /** Sentences at the end of the description, or all of it. */
        DESCRIPTION,
        /** Names of districts; their number is given. */
        AREAS,
        /** The headline; the event stands for it. */
        HEADLINE;

        /** The name in attributes. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
