package org.carillon.router.audience;

import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.StreamsMetrics;
import org.jspecify.annotations.Nullable;

/** How often the present stream thread has polled its consumer, by Kafka Streams' own metrics; -1 where they do not say. */
final class PollCount implements LongSupplier {
    private final StreamsMetrics metrics;
    private long threadId = -1;
    private @Nullable Metric count;

    PollCount(StreamsMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public long getAsLong() {
        Thread thread = Thread.currentThread();
        if (threadId != thread.threadId()) {
            threadId = thread.threadId();
            count = find(thread.getName());
        }
        return count != null && count.metricValue() instanceof Number number ? number.longValue() : -1;
    }

    private @Nullable Metric find(String threadName) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.metrics().entrySet()) {
            MetricName name = metric.getKey();
            if (name.name().equals("poll-total")
                    && threadName.equals(name.tags().get("thread-id"))) {
                return metric.getValue();
            }
        }
        return null;
    }
}
