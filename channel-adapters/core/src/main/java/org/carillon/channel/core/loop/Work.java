package org.carillon.channel.core.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.resident.Reply;

/** One record that was read from a lane and is not taken yet. */
sealed interface Work {
    TopicPartition source();

    long offset();

    /** Recipients in it. */
    int size();

    record Batch(TopicPartition source, long offset, Instant readAt, DeliveryBatch batch) implements Work {
        @Override
        public int size() {
            return batch.entries().size();
        }

        List<DeliveryTask.OfAlert> tasks() {
            List<DeliveryTask.OfAlert> tasks = new ArrayList<>(size());
            for (int i = 0; i < size(); i++) {
                DeliveryBatch.Entry entry = batch.entries().get(i);
                tasks.add(new DeliveryTask.OfAlert(
                        new DeliveryId.OfAlert(batch.id(), i),
                        batch.purpose(),
                        entry.contact(),
                        new Recipient(batch.id().partition(), entry.ordinal()),
                        batch.rendition(),
                        batch.lane(),
                        batch.expires()));
            }
            return tasks;
        }
    }

    record Answer(TopicPartition source, long offset, Reply reply) implements Work {
        @Override
        public int size() {
            return 1;
        }

        DeliveryTask.OfReply task() {
            return new DeliveryTask.OfReply(
                    new DeliveryId.OfReply(reply.replyId()), reply.purpose(), reply.contact(), reply);
        }
    }

    /** A record that cannot be read; goes to the dead letters. */
    record Unreadable(TopicPartition source, long offset, String key, String reason) implements Work {
        @Override
        public int size() {
            return 0;
        }
    }
}
