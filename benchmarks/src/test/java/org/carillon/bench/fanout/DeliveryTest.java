package org.carillon.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchCodec;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final AlertId ALERT = AlertId.of("bench@example.org", "a", Instant.EPOCH);

    @Test
    void shouldFindWhoWasMissedDoubledOrNotMeant() {
        // Given
        Recipients expected = new Recipients();
        IntStream.range(0, 5).forEach(ordinal -> expected.add(3, ordinal));
        Delivery delivery = new Delivery(ALERT, expected);

        // When
        delivery.add(batch(3, 0, 0, 1, 2));
        delivery.add(batch(3, 1, 2, 9));

        // Then
        assertThat(delivery.audit()).isEqualTo(new Audit(2, 1, 1));
        delivery.add(batch(3, 2, 3, 4));
        assertThat(delivery.audit()).isEqualTo(new Audit(0, 1, 1));
    }

    @Test
    void shouldBeCompleteWithTheLastRecipient() throws InterruptedException {
        // Given
        Recipients expected = new Recipients();
        IntStream.range(0, 3).forEach(ordinal -> expected.add(0, ordinal));
        Delivery delivery = new Delivery(ALERT, expected);

        // When
        long before = System.nanoTime();
        delivery.add(batch(0, 0, 0, 1, 2));

        // Then
        assertThat(delivery.await() - before).isNotNegative();
        assertThat(delivery.audit().clean()).isTrue();
        assertThat(delivery.recipientsPerBatch()).isEqualTo(3.0);
    }

    @Test
    void shouldCountRecipientsWithoutDecoding() {
        int[] ordinals = IntStream.range(0, DeliveryBatch.MAX_RECIPIENTS).toArray();
        assertThat(BatchBytes.recipients(batch(15, 7, ordinals).value())).isEqualTo(DeliveryBatch.MAX_RECIPIENTS);
        assertThat(BatchBytes.recipients(batch(0, 0, 1).value())).isEqualTo(1);
    }

    @Test
    void shouldMeanEverySubscriptionOnce() {
        Population population = new Population(10_000);
        assertThat(population.everybody().size()).isEqualTo(10_000);
        assertThat(population.hamlet().size()).isEqualTo(Population.HAMLET_SIZE);
        assertThat(population.hamlet().without(population.everybody())).isZero();
        double districts = IntStream.range(Population.HAMLET_SIZE + Population.VILLAGE_SIZE, 10_000)
                .mapToObj(population::entry)
                .mapToInt(entry -> entry.districts().size())
                .average()
                .orElseThrow();
        assertThat(districts).isBetween(1.4, 1.6);
        assertThat(population.entry(7)).isEqualTo(population.entry(7));
    }

    @Test
    void shouldScatterTheTownOverThePartitions() {
        Population population = new Population(200_000, 10_000);
        assertThat(population.town().size()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 200_000)
                        .filter(i -> population.entry(i).districts().contains(BenchCity.TOWN)))
                .hasSize(10_000);
        assertThat(IntStream.range(0, 10_000)
                        .filter(i -> population.entry(i).districts().contains(BenchCity.TOWN))
                        .map(Population::partition)
                        .distinct())
                .hasSize(16);
    }

    private static ConsumerRecord<String, byte[]> batch(int partition, int chunk, int... ordinals) {
        List<DeliveryBatch.Entry> entries = IntStream.of(ordinals)
                .mapToObj(ordinal -> new DeliveryBatch.Entry(ordinal, SealedContact.ofBytes(new byte[41])))
                .toList();
        BatchId id = new BatchId(ALERT, partition, chunk);
        DeliveryBatch batch = new DeliveryBatch(
                id,
                1,
                "sms",
                Lane.URGENT,
                BenchCity.PURPOSE,
                "en",
                ContentFormat.STANDARD,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                entries);
        return new ConsumerRecord<>("batches", partition, chunk, id.path(), DeliveryBatchCodec.encode(batch));
    }
}
