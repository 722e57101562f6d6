package org.carillon.schemas.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.keys.ContactLength;

/**
 * Writes the binary form of a {@link DeliveryBatch} recipient by recipient, straight from where the sealed contacts lie, for
 * fan-outs of millions. One writer serves one rendition, batch after batch, and belongs to one thread.
 */
public final class DeliveryBatchWriter {
    private static final int RECIPIENT_GUESS = Integer.BYTES + 1 + 41;

    private final byte[] names;
    private final byte[] facts;
    private byte[] recipients = new byte[RECIPIENT_GUESS * DeliveryBatch.MAX_RECIPIENTS];
    private int used;
    private int count;

    public DeliveryBatchWriter(
            int version,
            String channel,
            Lane lane,
            String purpose,
            String language,
            ContentFormat format,
            Instant issuedAt,
            Instant expires) {
        byte[] c = channel.getBytes(StandardCharsets.UTF_8);
        byte[] p = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] l = language.getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.allocate(3 * Short.BYTES + c.length + p.length + l.length);
        text.putShort((short) c.length).put(c);
        text.putShort((short) p.length).put(p);
        text.putShort((short) l.length).put(l);
        this.names = text.array();
        this.facts = ByteBuffer.allocate(Integer.BYTES + 2 + 2 * Long.BYTES)
                .putInt(version)
                .put((byte) lane.code())
                .put((byte) format.code())
                .putLong(issuedAt.toEpochMilli())
                .putLong(expires.toEpochMilli())
                .array();
    }

    public int count() {
        return count;
    }

    public boolean isFull() {
        return count == DeliveryBatch.MAX_RECIPIENTS;
    }

    /** Adds a recipient whose sealed contact lies in {@code source}. */
    public void add(int ordinal, byte[] source, int start, int length) {
        if (isFull()) {
            throw new IllegalStateException("a batch has at most " + DeliveryBatch.MAX_RECIPIENTS + " recipients");
        }
        int after = used + Integer.BYTES + ContactLength.size(length) + length;
        if (after > recipients.length) {
            recipients = Arrays.copyOf(recipients, Math.max(after, recipients.length * 2));
        }
        recipients[used] = (byte) (ordinal >>> 24);
        recipients[used + 1] = (byte) (ordinal >>> 16);
        recipients[used + 2] = (byte) (ordinal >>> 8);
        recipients[used + 3] = (byte) ordinal;
        int contact = ContactLength.put(recipients, used + Integer.BYTES, length);
        System.arraycopy(source, start, recipients, contact, length);
        used = after;
        count++;
    }

    /** The batch with that id, in the form that {@link DeliveryBatchCodec#decode} reads; the next one starts empty. */
    public byte[] finish(BatchId id) {
        if (count == 0) {
            throw new IllegalStateException("a batch has at least one recipient");
        }
        byte[] path = id.path().getBytes(StandardCharsets.UTF_8);
        byte[] batch = ByteBuffer.allocate(1 + Short.BYTES + path.length + names.length + facts.length + 1 + used)
                .put(DeliveryBatchCodec.VERSION)
                .putShort((short) path.length)
                .put(path)
                .put(names)
                .put(facts)
                .put((byte) count)
                .put(recipients, 0, used)
                .array();
        used = 0;
        count = 0;
        return batch;
    }
}
