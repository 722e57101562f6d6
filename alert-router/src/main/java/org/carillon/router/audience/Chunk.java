package org.carillon.router.audience;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Latencies;

/**
 * Who was cut in one batch and where each delivery stands, in the bytes of the store: channel and version (1 byte, four bits
 * each), place of the language among the alert's (1), number of recipients (1), least and greatest hand-off time in
 * milliseconds (4 each, -1 while there is none), then for all recipients the ordinals (4 each), districts (2 each), statuses
 * (1 each) and hand-off buckets (1 each, 0xff for none). Everything that is counted of an alert can be counted again from its
 * chunks.
 */
final class Chunk {
    static final byte VERSION = 1;
    private static final int CHANNEL_SHIFT = 4;
    private static final int VERSION_BITS = 0xf;
    private static final int NO_BUCKET = 0xff;
    private static final int LANGUAGE = 1;
    private static final int COUNT = 2;
    private static final int FIRST_MS = 3;
    private static final int LAST_MS = 7;
    private static final int RECIPIENTS = 11;
    private static final int BYTES_EACH = Integer.BYTES + Short.BYTES + 2;
    private static final DeliveryStatus[] STATUSES = {
        DeliveryStatus.QUEUED,
        DeliveryStatus.INTENDED,
        DeliveryStatus.SENT,
        DeliveryStatus.DELIVERED,
        DeliveryStatus.FAILED,
        DeliveryStatus.SUPPRESSED
    };

    private final ByteBuffer bytes;
    private final int count;

    private Chunk(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.count = bytes[COUNT] & 0xff;
    }

    /** A chunk of queued deliveries. */
    static Chunk of(ContactChannel channel, int language, int[] ordinals, int[] districts, int count) {
        Chunk chunk = new Chunk(header(channel, language, count));
        chunk.bytes.putInt(FIRST_MS, -1).putInt(LAST_MS, -1);
        for (int i = 0; i < count; i++) {
            chunk.bytes.putInt(chunk.ordinalAt(i), ordinals[i]);
            chunk.bytes.putShort(chunk.districtAt(i), (short) districts[i]);
            chunk.bytes.put(chunk.bucketAt(i), (byte) NO_BUCKET);
        }
        return chunk;
    }

    /** Over the stored bytes, which it changes in place. */
    static Chunk over(byte[] stored) {
        int version = stored[0] & VERSION_BITS;
        if (version != VERSION) {
            throw new SerializationException("chunk of version " + version + ", this program reads " + VERSION);
        }
        return new Chunk(stored);
    }

    byte[] toBytes() {
        return bytes.array();
    }

    ContactChannel channel() {
        return ContactChannel.ofCode((bytes.get(0) & 0xff) >> CHANNEL_SHIFT);
    }

    int language() {
        return bytes.get(LANGUAGE) & 0xff;
    }

    int count() {
        return count;
    }

    int ordinal(int index) {
        return bytes.getInt(ordinalAt(index));
    }

    int district(int index) {
        return bytes.getShort(districtAt(index)) & 0xffff;
    }

    DeliveryStatus status(int index) {
        return STATUSES[bytes.get(statusAt(index))];
    }

    void status(int index, DeliveryStatus status) {
        bytes.put(statusAt(index), (byte) code(status));
    }

    /** The bucket of {@link Latencies} of the hand-off, or -1 while there was none. */
    int bucket(int index) {
        int bucket = bytes.get(bucketAt(index)) & 0xff;
        return bucket == NO_BUCKET ? -1 : bucket;
    }

    /** Notes when the provider accepted a delivery. */
    void handedOff(int index, long millis) {
        bytes.put(bucketAt(index), (byte) Latencies.bucketOf(millis));
        int ms = Math.clamp(millis, 0, Integer.MAX_VALUE);
        bytes.putInt(FIRST_MS, firstMs() < 0 ? ms : Math.min(firstMs(), ms));
        bytes.putInt(LAST_MS, Math.max(lastMs(), ms));
    }

    int firstMs() {
        return bytes.getInt(FIRST_MS);
    }

    int lastMs() {
        return bytes.getInt(LAST_MS);
    }

    /** Adds the ordinals of all its recipients. */
    void addTo(BitSet ordinals) {
        for (int i = 0; i < count; i++) {
            ordinals.set(ordinal(i));
        }
    }

    /** The number of a status in bytes and in arrays; never changes. */
    static int code(DeliveryStatus status) {
        return switch (status) {
            case QUEUED -> 0;
            case INTENDED -> 1;
            case SENT -> 2;
            case DELIVERED -> 3;
            case FAILED -> 4;
            case SUPPRESSED -> 5;
        };
    }

    private static byte[] header(ContactChannel channel, int language, int count) {
        byte[] bytes = new byte[RECIPIENTS + count * BYTES_EACH];
        // The channel stands where chunks of SMS, at first the only channel, always had zeros: those of then are read
        // as they are.
        bytes[0] = (byte) (channel.code() << CHANNEL_SHIFT | VERSION);
        bytes[LANGUAGE] = (byte) language;
        bytes[COUNT] = (byte) count;
        return bytes;
    }

    private int ordinalAt(int index) {
        return RECIPIENTS + index * Integer.BYTES;
    }

    private int districtAt(int index) {
        return RECIPIENTS + count * Integer.BYTES + index * Short.BYTES;
    }

    private int statusAt(int index) {
        return RECIPIENTS + count * (Integer.BYTES + Short.BYTES) + index;
    }

    private int bucketAt(int index) {
        return statusAt(index) + count;
    }
}
