package org.carillon.router.lifecycle;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.transparency.LogFact;
import org.jspecify.annotations.Nullable;

/** Sends each effect to the sink of its topic. */
final class Egress {
    static final String DECISIONS = "egress-decisions";
    static final String ALERTS = "egress-alerts";
    static final String HISTORY = "egress-alert-history";
    static final String RENDITIONS = "egress-renditions";
    static final String DOCUMENTS = "egress-cap-documents";
    static final String GATE = "egress-gate-of-alerts";
    static final String FACTS = "egress-transparency-facts";
    static final String NOTICES = "egress-officer-notices";
    static final String QUERIES = "egress-audience-queries";

    private final ProcessorContext<String, Object> context;

    Egress(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    void decision(Decision decision, Instant now) {
        send(decision.commandId(), decision, DECISIONS, now);
    }

    void effect(Effect effect, Instant now) {
        switch (effect) {
            case Effect.Keep keep ->
                send(keep.alert().id().value(), keep.alert().alert(), ALERTS, now);
            case Effect.Name name -> {}
            case Effect.Log log -> send(log.entry().alertId().value(), log.entry(), HISTORY, now);
            case Effect.PutRendition put -> send(put.key().path(), put.rendition(), RENDITIONS, now);
            case Effect.PutDocument put -> send(put.id().value(), put.document().toByteArray(), DOCUMENTS, now);
            case Effect.PutGate put -> send(put.entry().key(), put.entry(), GATE, now);
            case Effect.Publish publish -> send(factKey(publish.fact()), publish.fact(), FACTS, now);
            case Effect.Tell tell -> send(tell.notice().contactId().value(), tell.notice(), NOTICES, now);
            case Effect.Ask ask -> send(ask.query().alertId().value(), ask.query(), QUERIES, now);
        }
    }

    /** For whoever looks into the topic; nothing is compacted or partitioned by it. */
    private static String factKey(LogFact fact) {
        return fact.about().map(alert -> alert.id().value()).orElse("hub");
    }

    @SuppressWarnings("NullAway") // a null value is a tombstone; Kafka's Record is not annotated
    private void send(String key, @Nullable Object value, String sink, Instant now) {
        context.forward(new Record<>(key, value, now.toEpochMilli()), sink);
    }
}
