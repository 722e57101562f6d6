package org.carillon.router.config;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What cannot be read goes to the dead letters, with its place and a reason and never with its content; the router goes on. */
public final class DeadLetterHandler implements DeserializationExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterHandler.class);

    /** Called by Kafka Streams. */
    public DeadLetterHandler() {}

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        DeadLetter letter = letter(
                record.topic(),
                record.partition(),
                record.offset(),
                exception,
                Instant.ofEpochMilli(context.timestamp()));
        String topic = Topics.DEAD_LETTERS.name();
        return Response.resume(List.of(new ProducerRecord<>(
                topic,
                key(letter).getBytes(StandardCharsets.UTF_8),
                Topics.DEAD_LETTERS.valueSerde().serializer().serialize(topic, letter))));
    }

    /** The letter about a record that cannot be read, for a processor that is handed bytes; it is logged as well. */
    public static DeadLetter letter(String topic, int partition, long offset, Exception exception, Instant at) {
        DeadLetter letter = new DeadLetter(topic, partition, offset, reason(exception), at);
        LOGGER.atError()
                .addKeyValue("topic", topic)
                .addKeyValue("partition", partition)
                .addKeyValue("offset", offset)
                .log("unreadable record: {}", letter.reason());
        return letter;
    }

    /** The place of the record, by which a letter is found. */
    public static String key(DeadLetter letter) {
        return letter.source() + '/' + letter.partition() + '/' + letter.offset();
    }

    /** Only our own serdes' words are sure not to quote what they could not read. */
    private static String reason(Exception exception) {
        String kind = exception.getClass().getSimpleName();
        return exception instanceof SerializationException && exception.getMessage() != null
                ? exception.getMessage()
                : "unreadable (" + kind + "): written by another version or another program";
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to configure.
    }
}
