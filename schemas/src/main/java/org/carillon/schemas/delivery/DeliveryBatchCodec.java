package org.carillon.schemas.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.keys.ContactLength;
import org.carillon.schemas.keys.SealedContact;

/**
 * The binary form of a {@link DeliveryBatch}, big endian: format version (1 byte), batch id, channel, purpose and language as
 * strings (length in 2 bytes, UTF-8), submission (4), lane (1), format (1), issued and expires in epoch milliseconds (8 each),
 * number of recipients (1), then for each the ordinal (4), the length of the sealed contact ({@link ContactLength}) and the sealed contact.
 */
public final class DeliveryBatchCodec {
    public static final byte VERSION = 1;

    private DeliveryBatchCodec() {}

    public static byte[] encode(DeliveryBatch batch) {
        byte[] id = utf8(batch.id().path());
        byte[] channel = utf8(batch.channel());
        byte[] purpose = utf8(batch.purpose());
        byte[] language = utf8(batch.language());
        int size = 1 + 4 * Short.BYTES + id.length + channel.length + purpose.length + language.length + 4 + 2 + 16 + 1;
        byte[][] contacts = new byte[batch.entries().size()][];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = batch.entries().get(i).contact().toBytes();
            size += Integer.BYTES + ContactLength.size(contacts[i].length) + contacts[i].length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION);
        put(out, id);
        put(out, channel);
        put(out, purpose);
        put(out, language);
        out.putInt(batch.version())
                .put((byte) batch.lane().code())
                .put((byte) batch.format().code())
                .putLong(batch.issuedAt().toEpochMilli())
                .putLong(batch.expires().toEpochMilli())
                .put((byte) contacts.length);
        for (int i = 0; i < contacts.length; i++) {
            out.putInt(batch.entries().get(i).ordinal());
            ContactLength.put(out, contacts[i].length);
            out.put(contacts[i]);
        }
        return out.array();
    }

    public static DeliveryBatch decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new SerializationException(
                    "delivery batch of version " + version + ", this program reads " + VERSION);
        }
        BatchId id = BatchId.parse(string(in));
        String channel = string(in);
        String purpose = string(in);
        String language = string(in);
        int submission = in.getInt();
        Lane lane = Lane.ofCode(in.get());
        ContentFormat format = ContentFormat.ofCode(in.get());
        Instant issuedAt = Instant.ofEpochMilli(in.getLong());
        Instant expires = Instant.ofEpochMilli(in.getLong());
        int count = in.get() & 0xff;
        List<DeliveryBatch.Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int ordinal = in.getInt();
            byte[] contact = new byte[ContactLength.get(in)];
            in.get(contact);
            entries.add(new DeliveryBatch.Entry(ordinal, SealedContact.ofBytes(contact)));
        }
        return new DeliveryBatch(id, submission, channel, lane, purpose, language, format, issuedAt, expires, entries);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer out, byte[] text) {
        out.putShort((short) text.length).put(text);
    }

    private static String string(ByteBuffer in) {
        byte[] text = new byte[in.getShort() & 0xffff];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
