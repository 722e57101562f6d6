package org.carillon.schemas.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.rendition.RenditionKey;

/**
 * Up to {@value #MAX_RECIPIENTS} recipients of the same rendition; the value of the channels' topics in the binary form of
 * {@link DeliveryBatchCodec}.
 *
 * @param version submission of the alert whose renditions are meant
 * @param purpose under whose keyset the contacts are sealed
 * @param language language of the rendition (BCP 47)
 */
public record DeliveryBatch(
        BatchId id,
        int version,
        String channel,
        Lane lane,
        String purpose,
        String language,
        ContentFormat format,
        Instant issuedAt,
        Instant expires,
        List<Entry> entries) {
    public static final int MAX_RECIPIENTS = 100;

    public DeliveryBatch {
        Objects.requireNonNull(id, "id");
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MAX_RECIPIENTS) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + MAX_RECIPIENTS + " recipients, not " + entries.size());
        }
    }

    /** The rendition that all of them get. */
    public RenditionKey rendition() {
        return new RenditionKey(id.alertId(), version, channel, language, format);
    }

    /** One recipient: the ordinal in the batch's partition, and the sealed contact. */
    public record Entry(int ordinal, SealedContact contact) {}
}
