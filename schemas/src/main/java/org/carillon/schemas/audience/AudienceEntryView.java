package org.carillon.schemas.audience;

import java.util.Arrays;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.ContactLength;

/**
 * Reads an encoded {@link AudienceEntry} where it lies, without an object for each of a million recipients. One view is
 * moved from entry to entry and belongs to one thread; {@link AudienceEntryCodec} says where each field stands.
 */
public final class AudienceEntryView {
    private static final int NO_LANGUAGE = 0xff;
    private static final int LEVEL = 1;
    private static final int CHANNEL_AND_FORMAT = 2;
    private static final int PURPOSE = 3;
    private static final int LANGUAGE = 4;
    private static final int SECOND_LANGUAGE = 5;
    private static final int TOPICS = 6;
    private static final int DISTRICT_COUNT = 14;
    private static final int DISTRICTS = 16;

    private byte[] bytes = {};
    private int at;

    /** Moves to the entry that starts there; it stays valid until those bytes change. */
    public AudienceEntryView over(byte[] source, int start) {
        bytes = source;
        at = start;
        return this;
    }

    public Level level() {
        return Level.ofCode(bytes[at + LEVEL]);
    }

    public ContentFormat format() {
        return ContentFormat.ofCode(bytes[at + CHANNEL_AND_FORMAT] & 0xf);
    }

    public ContactChannel channel() {
        return ContactChannel.ofCode(bytes[at + CHANNEL_AND_FORMAT] >> 4);
    }

    public int purpose() {
        return bytes[at + PURPOSE] & 0xff;
    }

    public int language() {
        return bytes[at + LANGUAGE] & 0xff;
    }

    /** The second language, or -1. */
    public int secondLanguage() {
        int language = bytes[at + SECOND_LANGUAGE] & 0xff;
        return language == NO_LANGUAGE ? -1 : language;
    }

    /** Bit set of topic positions. */
    public long topics() {
        long topics = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            topics = (topics << 8) | (bytes[at + TOPICS + i] & 0xff);
        }
        return topics;
    }

    public boolean hasTopic(int topic) {
        // Big endian: the lowest bits stand in the last byte.
        return (bytes[at + TOPICS + 7 - (topic >> 3)] >> (topic & 7) & 1) != 0;
    }

    public int districts() {
        return unsignedShort(at + DISTRICT_COUNT);
    }

    /** The district at that place, 0 to {@link #districts()} - 1. */
    public int district(int place) {
        return unsignedShort(at + DISTRICTS + place * Short.BYTES);
    }

    /** The array that the entry lies in; read only. */
    public byte[] array() {
        return bytes;
    }

    /** Where in {@link #array()} the sealed contact starts. */
    public int contactStart() {
        return lengthAt() + ContactLength.size(contactLength());
    }

    public int contactLength() {
        return ContactLength.get(bytes, lengthAt());
    }

    /** Bytes of the whole entry. */
    public int length() {
        return contactStart() + contactLength() - at;
    }

    /** A copy of the whole entry. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, at, at + length());
    }

    private int lengthAt() {
        return at + DISTRICTS + districts() * Short.BYTES;
    }

    private int unsignedShort(int place) {
        return ((bytes[place] & 0xff) << 8) | (bytes[place + 1] & 0xff);
    }
}
