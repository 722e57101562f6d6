package org.carillon.bench.fanout;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchCodec;

/** What the records of a fan-out look like: how many recipients one has, cheaply, and who they are. */
public interface Form {
    /** The hub's own batches: each of one audience partition, recipients by ordinal. */
    Form BATCHES = new Form() {
        @Override
        public int recipients(byte[] record) {
            return BatchBytes.recipients(record);
        }

        @Override
        public void read(ConsumerRecord<String, byte[]> record, To to) {
            for (DeliveryBatch.Entry entry :
                    DeliveryBatchCodec.decode(record.value()).entries()) {
                to.recipient(record.partition(), entry.ordinal());
            }
        }
    };

    /** Counts without decoding, while the clock runs. */
    int recipients(byte[] record);

    /** Names each recipient, when the clock has stopped. */
    void read(ConsumerRecord<String, byte[]> record, To to);

    /** Takes recipients. */
    interface To {
        void recipient(int partition, int ordinal);
    }
}
