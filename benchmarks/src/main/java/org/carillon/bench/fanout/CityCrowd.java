package org.carillon.bench.fanout;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.carillon.bench.broker.Clients;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.topic.Topics;

/**
 * Subscriptions that stand only in the audience of a whole hub with the demo's city, for an alert that is not meant for them. Their
 * ordinals are beyond those of residents who join.
 */
public final class CityCrowd {
    private static final int FIRST_ORDINAL = 1 << 24;
    private static final int DISTRICTS = 10;
    private static final int LANGUAGES = 3;
    private static final int SEALED = 41;

    private CityCrowd() {}

    /**
     * Writes that many and returns when all are there.
     *
     * @param without position of the district in which none of them lives
     */
    public static void load(Clients clients, int count, int without) {
        try (KafkaProducer<Integer, AudienceEntry> producer = clients.bulkProducer(
                Topics.AUDIENCE.keySerde().serializer(),
                Topics.AUDIENCE.valueSerde().serializer(),
                Map.of())) {
            Future<RecordMetadata> last = null;
            for (int i = 0; i < count; i++) {
                last = producer.send(new ProducerRecord<>(
                        Topics.AUDIENCE.name(),
                        Population.partition(i),
                        FIRST_ORDINAL + Population.ordinal(i),
                        entry(i, without)));
            }
            producer.flush();
            if (last != null && last.state() != Future.State.SUCCESS) {
                throw new IllegalStateException("the crowd cannot be written", last.exceptionNow());
            }
        }
    }

    private static AudienceEntry entry(int i, int without) {
        SplittableRandom random = new SplittableRandom(i);
        byte[] contact = new byte[SEALED];
        random.nextBytes(contact);
        int district = (without + 1 + random.nextInt(DISTRICTS - 1)) % DISTRICTS;
        return new AudienceEntry(
                List.of(district),
                random.nextInt(LANGUAGES),
                -1,
                Level.SEVERE,
                random.nextInt(16),
                ContentFormat.STANDARD,
                0,
                ContactChannel.SMS,
                SealedContact.ofBytes(contact));
    }
}
