package org.carillon.channel.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.channel.core.testkit.Tasks.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.carillon.schemas.keys.ContactId;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();

    private static Work work(int partition, long offset) {
        return new Work.Answer(
                new TopicPartition("t", partition),
                offset,
                reply("r" + partition + "-" + offset, new ContactId(1, 1)).reply());
    }

    private List<String> takeAll() {
        List<String> order = new ArrayList<>();
        while (lanes.size(Priority.REPLY) > 0) {
            Work work = Objects.requireNonNull(lanes.take(Priority.REPLY, 100, any -> true));
            order.add(work.source().partition() + ":" + work.offset());
        }
        return order;
    }

    @Test
    void shouldTakePartitionsInTurnAndEachInItsOrder() {
        lanes.add(Priority.REPLY, work(0, 1));
        lanes.add(Priority.REPLY, work(0, 2));
        lanes.add(Priority.REPLY, work(0, 3));
        lanes.add(Priority.REPLY, work(1, 7));
        lanes.add(Priority.REPLY, work(1, 9));

        assertThat(takeAll()).containsExactly("0:1", "1:7", "0:2", "1:9", "0:3");
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void shouldNotOvertakeWithinAPartition() {
        lanes.add(Priority.REPLY, work(0, 1));
        lanes.add(Priority.REPLY, work(0, 2));

        assertThat(lanes.take(Priority.REPLY, 100, work -> work.offset() != 1)).isNull();
        assertThat(lanes.take(Priority.REPLY, 0, any -> true)).isNull();
        assertThat(lanes.take(Priority.URGENT, 100, any -> true)).isNull();
        assertThat(lanes.size(Priority.REPLY)).isEqualTo(2);
    }
}
