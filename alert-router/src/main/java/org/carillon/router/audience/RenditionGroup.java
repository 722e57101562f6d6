package org.carillon.router.audience;

import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchWriter;

/** The next batch of one rendition while it fills, with what its chunk must remember. */
final class RenditionGroup {
    private final ContactChannel channel;
    private final int language;
    private final DeliveryBatchWriter batch;
    private final int[] ordinals = new int[DeliveryBatch.MAX_RECIPIENTS];
    private final int[] districts = new int[DeliveryBatch.MAX_RECIPIENTS];

    RenditionGroup(ContactChannel channel, int language, DeliveryBatchWriter batch) {
        this.channel = channel;
        this.language = language;
        this.batch = batch;
    }

    void add(int ordinal, int district, AudienceEntryView entry) {
        int place = batch.count();
        ordinals[place] = ordinal;
        districts[place] = district;
        batch.add(ordinal, entry.array(), entry.contactStart(), entry.contactLength());
    }

    ContactChannel channel() {
        return channel;
    }

    boolean isFull() {
        return batch.isFull();
    }

    boolean isEmpty() {
        return batch.count() == 0;
    }

    /** The chunk of those gathered so far; to be asked for before {@link #finish}. */
    Chunk chunk() {
        return Chunk.of(channel, language, ordinals, districts, batch.count());
    }

    /** The encoded batch; the group is empty afterwards. */
    byte[] finish(BatchId id) {
        return batch.finish(id);
    }
}
