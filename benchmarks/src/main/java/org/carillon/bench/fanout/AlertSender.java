package org.carillon.bench.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.carillon.bench.broker.Clients;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.topic.Topics;

/** Asks every audience partition to cut an alert, as the life cycle does when an alert is issued. */
public final class AlertSender implements AutoCloseable {
    private final KafkaProducer<String, AudienceQuery> producer;
    private final String topic;
    private final InstantSource clock;
    private int alerts;

    public AlertSender(Clients clients, InstantSource clock) {
        this(clients, Topics.AUDIENCE_QUERIES.name(), clock);
    }

    /** One for somebody else's queries. */
    public AlertSender(Clients clients, String topic, InstantSource clock) {
        this.topic = topic;
        this.producer = clients.promptProducer(
                Topics.AUDIENCE_QUERIES.keySerde().serializer(),
                Topics.AUDIENCE_QUERIES.valueSerde().serializer());
        this.clock = clock;
    }

    public AlertId nextId() {
        return AlertId.of("bench@example.org", "alert-" + alerts++, clock.instant());
    }

    /** Sends an Extreme alert. */
    public void send(AlertId alertId, Match match) {
        send(alertId, match, Lane.URGENT);
    }

    /** Sends an alert on that lane; whom it matches is the match's to say. */
    public void send(AlertId alertId, Match match, Lane lane) {
        Instant now = clock.instant();
        AudienceQuery cut = new AudienceQuery.Cut(
                alertId,
                1,
                lane,
                lane == Lane.URGENT ? Severity.EXTREME : Severity.MODERATE,
                match,
                List.of(),
                List.of("sms"),
                BenchCity.LANGUAGES,
                List.of(ContentFormat.STANDARD, ContentFormat.PLAIN),
                null,
                now,
                now.plus(Duration.ofHours(1)));
        List<Future<RecordMetadata>> sent = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(partition -> producer.send(new ProducerRecord<>(topic, partition, alertId.value(), cut)))
                .toList();
        producer.flush();
        if (sent.stream().anyMatch(record -> record.state() != Future.State.SUCCESS)) {
            throw new IllegalStateException("the query was not accepted by every partition");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
