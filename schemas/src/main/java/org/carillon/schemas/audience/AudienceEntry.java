package org.carillon.schemas.audience;

import java.util.List;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.SealedContact;

/**
 * What matching needs to know of one active subscription; the value of topic {@code carillon.audience} in the binary form of
 * {@link AudienceEntryCodec}. Districts, languages and topics are positions in the city pack's catalogues.
 *
 * @param districts positions of the districts, ascending, without repeats; never empty
 * @param language position of the first language
 * @param secondLanguage position of the second language, or -1
 * @param level least severity that always matches
 * @param topics bit set of topic positions
 * @param format standard or plain
 * @param purpose position of the purpose
 * @param channel by which the contact is reached
 * @param contact the sealed contact, which only the channel opens
 */
public record AudienceEntry(
        List<Integer> districts,
        int language,
        int secondLanguage,
        Level level,
        long topics,
        ContentFormat format,
        int purpose,
        ContactChannel channel,
        SealedContact contact) {
    public AudienceEntry {
        districts = List.copyOf(districts);
        if (districts.isEmpty()) {
            throw new IllegalArgumentException("a subscription has at least one district");
        }
    }
}
