package org.carillon.bench.raw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchWriter;

/**
 * Records to send: many different ones, since a compressor would shrink a single one to nothing. The sealed contacts are random
 * bytes, as a cipher text is.
 */
final class Payloads {
    /** Bytes of a sealed telephone number. */
    static final int SEALED = 41;

    private static final int DIFFERENT_DELIVERIES = 20_000;
    private static final int DIFFERENT_BATCHES = 500;
    private static final AlertId ALERT = AlertId.of("bench@example.org", "raw", Instant.EPOCH);
    private static final String[] LANGUAGES = {"en", "es", "ar"};

    private final byte[][] values;

    private Payloads(int count, IntFunction<byte[]> value) {
        values = IntStream.range(0, count).mapToObj(value).toArray(byte[][]::new);
    }

    /** One recipient in each record, as JSON: how a hub that does not batch would send. */
    static Payloads deliveries() {
        Random random = new Random(1);
        return new Payloads(DIFFERENT_DELIVERIES, i -> delivery(i, random));
    }

    /** A hundred recipients in each record, in the bytes of the hub's own batches. */
    static Payloads batches() {
        Random random = new Random(2);
        return new Payloads(DIFFERENT_BATCHES, i -> batch(i, random));
    }

    byte[] value(int record) {
        return values[record % values.length];
    }

    double meanBytes() {
        long sum = 0;
        for (byte[] value : values) {
            sum += value.length;
        }
        return (double) sum / values.length;
    }

    private static byte[] delivery(int id, Random random) {
        String language = LANGUAGES[id % LANGUAGES.length];
        String contact = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(random));
        return """
                {"alertId":"%s","severity":"Extreme","channel":"sms","language":"%s","format":"standard",\
                "deliveryId":"%s.%d.%d","recipient":"%d:%d","contact":"%s"}""".formatted(ALERT, language, "d", id % 16, id, id % 16, id / 16, contact)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] batch(int id, Random random) {
        DeliveryBatchWriter writer = new DeliveryBatchWriter(
                1,
                "sms",
                Lane.URGENT,
                "city-alerts",
                LANGUAGES[id % LANGUAGES.length],
                ContentFormat.STANDARD,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3600));
        for (int i = 0; i < DeliveryBatch.MAX_RECIPIENTS; i++) {
            writer.add(id * DeliveryBatch.MAX_RECIPIENTS + i, sealed(random), 0, SEALED);
        }
        return writer.finish(new BatchId(ALERT, id % 16, id));
    }

    private static byte[] sealed(Random random) {
        byte[] bytes = new byte[SEALED];
        random.nextBytes(bytes);
        return bytes;
    }
}
