package org.carillon.bench.rival;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.jspecify.annotations.Nullable;

/** Looks at every subscription of its partition and forwards one record for each that matches. */
final class ScanProcessor implements Processor<String, AudienceQuery, String, byte[]> {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<Integer, byte[]> store;

    @Override
    public void init(ProcessorContext<String, byte[]> initial) {
        context = initial;
        store = initial.getStateStore(ScanTopology.STORE);
    }

    @Override
    public void process(Record<String, AudienceQuery> query) {
        if (!(query.value() instanceof AudienceQuery.Cut cut) || cut.match() == null) {
            return;
        }
        ProcessorContext<String, byte[]> to = Objects.requireNonNull(context, "init not called");
        int partition = to.taskId().partition();
        Match match = cut.match();
        List<Integer> districts =
                match.districts().stream().map(BenchCity.DISTRICTS::indexOf).toList();
        try (KeyValueIterator<Integer, byte[]> all =
                Objects.requireNonNull(store, "init not called").all()) {
            while (all.hasNext()) {
                KeyValue<Integer, byte[]> each = all.next();
                AudienceEntry entry = AudienceEntryCodec.decode(each.value);
                if (matches(entry, match, districts)) {
                    String id = cut.alertId().value() + '.' + partition + '.' + each.key;
                    to.forward(new Record<>(id, delivery(cut, id, partition, each.key, entry), query.timestamp()));
                }
            }
        }
    }

    private static boolean matches(AudienceEntry entry, Match match, List<Integer> districts) {
        int topic = BenchCity.TOPICS.indexOf(match.topic());
        return entry.districts().stream().anyMatch(districts::contains)
                && (entry.level().admits(match.severity()) || (entry.topics() >> topic & 1) != 0);
    }

    private static byte[] delivery(AudienceQuery.Cut cut, String id, int partition, int ordinal, AudienceEntry entry) {
        return ("{\"alertId\":\"" + cut.alertId().value()
                        + "\",\"severity\":\"Extreme\",\"channel\":\"sms\",\"language\":\""
                        + BenchCity.LANGUAGES.get(entry.language()) + "\",\"format\":\""
                        + entry.format().name().toLowerCase(Locale.ROOT) + "\",\"deliveryId\":\"" + id
                        + "\",\"recipient\":\"" + partition + ':' + ordinal + "\",\"contact\":\""
                        + BASE64.encodeToString(entry.contact().toBytes()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
