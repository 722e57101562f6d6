package org.carillon.router.resident;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts effects into the stores of one task and into topics. */
final class ResidentEgress {
    static final String REPLIES = "egress-replies";
    static final String DECISIONS = "egress-subscription-decisions";
    static final String AUDIENCE = "egress-audience";
    static final String GATE = "egress-gate-of-residents";
    static final String LEDGER = "egress-ledger";

    private final ProcessorContext<Object, Object> context;
    private final StoredResidents book;

    ResidentEgress(ProcessorContext<Object, Object> context, StoredResidents book) {
        this.context = context;
        this.book = book;
    }

    void apply(List<ResidentEffect> effects, Instant now) {
        for (ResidentEffect effect : effects) {
            switch (effect) {
                case ResidentEffect.KeepContact keep -> book.keep(keep.id(), keep.contact());
                case ResidentEffect.KeepSubscription keep -> book.keep(keep.id(), keep.subscription());
                case ResidentEffect.UseOrdinal use -> book.useOrdinal(use.ordinal());
                case ResidentEffect.LookAgain look -> book.lookAgain(look.id(), look.at());
                case ResidentEffect.LookNoMore look -> book.lookNoMore(look.id());
                case ResidentEffect.Hear hear -> book.hear(hear.id(), now);
                case ResidentEffect.PutAudience put -> send(put.recipient(), put.entry(), AUDIENCE, now);
                case ResidentEffect.PutGate put -> send(put.key(), put.entry(), GATE, now);
                case ResidentEffect.PutLedger put -> {
                    book.keep(put.entry());
                    send(put.entry().id().value(), put.entry(), LEDGER, now);
                }
                case ResidentEffect.Decide decide ->
                    send(decide.decision().commandId(), decide.decision(), DECISIONS, now);
                case ResidentEffect.Say say -> send(say.reply().contactId().value(), say.reply(), REPLIES, now);
            }
        }
    }

    @SuppressWarnings("NullAway") // a null value is a tombstone; Kafka's Record is not annotated
    private void send(Object key, @Nullable Object value, String sink, Instant now) {
        context.forward(new Record<>(key, value, now.toEpochMilli()), sink);
    }
}
