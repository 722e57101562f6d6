package org.carillon.schemas.resident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;

/**
 * An answer to one resident; the value of topic {@code carillon.replies}. The adapter renders it in that language.
 *
 * @param replyId derived from the message that it answers
 * @param areas codes of districts to name; all districts of the pack for the whole city
 * @param options codes of districts or languages to offer by number, in this order
 * @param args further arguments by name, in wire form (language codes, level, digits)
 */
public record Reply(
        String replyId,
        ContactId contactId,
        String purpose,
        SealedContact contact,
        String language,
        ReplyKey key,
        List<String> areas,
        List<String> options,
        Map<String, String> args,
        Instant at) {
    public Reply {
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(key, "key");
        areas = List.copyOf(areas);
        options = List.copyOf(options);
        args = Map.copyOf(args);
    }

    /** Without the arguments: digits that confirm an erasure are among them. */
    @Override
    public String toString() {
        return "Reply[replyId=" + replyId + ", key=" + key + ", language=" + language + "]";
    }
}
