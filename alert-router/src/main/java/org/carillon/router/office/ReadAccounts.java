package org.carillon.router.office;

import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.carillon.router.config.DeadLetterHandler;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts of the bytes that the source hands out, which another part of the topology keeps as they are. One that cannot be
 * read goes to the dead letters: alerts are decided in the same task, and must not stop for it.
 */
final class ReadAccounts implements Processor<String, byte[], String, Object> {
    static final String EGRESS_UNREADABLE = "egress-unreadable-accounts";

    private @Nullable ProcessorContext<String, Object> context;

    @Override
    public void init(ProcessorContext<String, Object> started) {
        context = started;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (context == null) {
            throw new IllegalStateException("init was not called");
        }
        try {
            Account account =
                    Topics.ACCOUNTS.valueSerde().deserializer().deserialize(Topics.ACCOUNTS.name(), record.value());
            context.forward(record.withValue((Object) account), OfficeNodes.DECIDE);
        } catch (SerializationException e) {
            RecordMetadata place = context.recordMetadata().orElseThrow();
            DeadLetter letter = DeadLetterHandler.letter(
                    place.topic(), place.partition(), place.offset(), e, Instant.ofEpochMilli(record.timestamp()));
            context.forward(new Record<>(DeadLetterHandler.key(letter), letter, record.timestamp()), EGRESS_UNREADABLE);
        }
    }
}
