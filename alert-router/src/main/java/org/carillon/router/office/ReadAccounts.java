package org.carillon.router.office;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Makes accounts of the bytes that the source hands out, which another part of the topology keeps as they are. */
final class ReadAccounts implements Processor<String, byte[], String, Account> {
    private @Nullable ProcessorContext<String, Account> context;

    @Override
    public void init(ProcessorContext<String, Account> started) {
        context = started;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (context == null) {
            throw new IllegalStateException("init was not called");
        }
        context.forward(record.withValue(
                Topics.ACCOUNTS.valueSerde().deserializer().deserialize(Topics.ACCOUNTS.name(), record.value())));
    }
}
