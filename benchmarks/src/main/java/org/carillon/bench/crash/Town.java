package org.carillon.bench.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.bench.broker.Clients;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** All subscriptions as they are known to stand in the audience topic, and those who come, go and change. Used by one thread. */
final class Town implements AutoCloseable {
    private final Random random;
    private final KafkaProducer<Integer, AudienceEntry> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private short[] residents;
    private int count;

    /** One subscription before and after. */
    record Change(int subscription, short before, short after) {}

    Town(Clients clients, int subscriptions, Random random) {
        this.random = random;
        this.residents = new short[subscriptions];
        this.count = subscriptions;
        this.producer = clients.bulkProducer(
                Topics.AUDIENCE.keySerde().serializer(),
                Topics.AUDIENCE.valueSerde().serializer(),
                // Longer than any broker is away.
                Map.of("delivery.timeout.ms", 180_000));
    }

    /** Writes everybody; to be called once. */
    void load() {
        for (int i = 0; i < count; i++) {
            residents[i] = Resident.any(random);
            write(i, residents[i]);
        }
        flush();
    }

    /** Changes that might be made: a fifth each joins, leaves, moves in, moves out, and changes language where they live. */
    List<Change> think(int changes) {
        List<Change> all = new ArrayList<>(changes);
        Set<Integer> chosen = new HashSet<>();
        while (all.size() < changes) {
            int kind = random.nextInt(5);
            int subscription = kind == 0 ? newcomer() : random.nextInt(count);
            if (chosen.add(subscription) && (kind == 0 || residents[subscription] != Resident.NOBODY)) {
                all.add(new Change(subscription, residents[subscription], after(kind)));
            }
        }
        return all;
    }

    private short after(int kind) {
        return switch (kind) {
            case 1 -> Resident.NOBODY;
            case 3 -> Resident.elsewhere(random);
            default -> Resident.warned(random);
        };
    }

    private int newcomer() {
        if (count == residents.length) {
            residents = Arrays.copyOf(residents, count + count / 8 + 1024);
        }
        residents[count] = Resident.NOBODY;
        return count++;
    }

    /** Sends one; it is in the topic after {@link #flush()}. */
    void write(Change change) {
        write(change.subscription(), change.after());
        residents[change.subscription()] = change.after();
    }

    @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"}) // the callback hears of it; a null value is a tombstone
    private void write(int subscription, short resident) {
        AudienceEntry entry = resident == Resident.NOBODY ? null : Resident.entry(subscription, resident);
        producer.send(
                new ProducerRecord<>(
                        Topics.AUDIENCE.name(),
                        Resident.partition(subscription),
                        Resident.ordinal(subscription),
                        entry),
                (metadata, e) -> refused.compareAndSet(null, e));
    }

    void flush() {
        producer.flush();
        Exception met = refused.get();
        if (met != null) {
            throw new IllegalStateException("a subscription cannot be written", met);
        }
    }

    /** Who must, who may and in which language, if those changes were made while alerts went out. */
    Expected expected(List<Change> made) {
        BitSet must = new BitSet(count);
        BitSet may = new BitSet();
        short[] before = Arrays.copyOf(residents, count);
        made.forEach(change -> before[change.subscription()] = change.before());
        for (int i = 0; i < count; i++) {
            must.set(i, Resident.isWarned(before[i]));
        }
        short[] after = Arrays.copyOf(residents, count);
        for (Change change : made) {
            if (Resident.isWarned(change.before()) != Resident.isWarned(change.after())) {
                must.clear(change.subscription());
                may.set(change.subscription());
            }
        }
        return new Expected(must, may, before, after);
    }

    @Override
    public void close() {
        producer.close();
    }
}
