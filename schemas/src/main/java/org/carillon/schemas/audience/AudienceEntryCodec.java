package org.carillon.schemas.audience;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.ContactLength;
import org.carillon.schemas.keys.SealedContact;

/**
 * The binary form of an {@link AudienceEntry}, big endian: version (1 byte, {@value #VERSION}), level (1), channel and format (1, four bits each),
 * purpose (1),
 * language (1), second language (1, 0xff for none), topics (8), number of districts (2), each district (2), length of the
 * sealed contact ({@link ContactLength}), sealed contact. The record key is the ordinal (4 bytes).
 */
public final class AudienceEntryCodec {
    public static final byte VERSION = 1;
    private static final int FIXED = 6 + Long.BYTES + Short.BYTES;

    private AudienceEntryCodec() {}

    public static byte[] encode(AudienceEntry entry) {
        byte[] contact = entry.contact().toBytes();
        ByteBuffer out = ByteBuffer.allocate(
                FIXED + entry.districts().size() * Short.BYTES + ContactLength.size(contact.length) + contact.length);
        out.put(VERSION)
                .put((byte) entry.level().code())
                .put((byte) ((entry.channel().code() << 4) | entry.format().code()))
                .put((byte) entry.purpose())
                .put((byte) entry.language())
                .put((byte) entry.secondLanguage())
                .putLong(entry.topics())
                .putShort((short) entry.districts().size());
        entry.districts().forEach(d -> out.putShort(d.shortValue()));
        ContactLength.put(out, contact.length);
        out.put(contact);
        return out.array();
    }

    public static AudienceEntry decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new SerializationException(
                    "audience entry of version " + version + ", this program reads " + VERSION);
        }
        Level level = Level.ofCode(in.get());
        int channelAndFormat = in.get();
        int purpose = in.get() & 0xff;
        int language = in.get() & 0xff;
        int second = in.get();
        long topics = in.getLong();
        int count = in.getShort() & 0xffff;
        List<Integer> districts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            districts.add(in.getShort() & 0xffff);
        }
        byte[] contact = new byte[ContactLength.get(in)];
        in.get(contact);
        return new AudienceEntry(
                districts,
                language,
                second < 0 ? -1 : second,
                level,
                topics,
                ContentFormat.ofCode(channelAndFormat & 0xf),
                purpose,
                ContactChannel.ofCode(channelAndFormat >> 4),
                SealedContact.ofBytes(contact));
    }
}
