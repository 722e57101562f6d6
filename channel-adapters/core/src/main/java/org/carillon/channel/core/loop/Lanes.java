package org.carillon.channel.core.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What was read and not taken yet: a queue per partition, taken in turn, so that offsets advance without holes. */
final class Lanes {
    private final Map<Priority, Map<TopicPartition, Deque<Work>>> lanes = new EnumMap<>(Priority.class);
    private final Map<Priority, Integer> sizes = new EnumMap<>(Priority.class);

    Lanes() {
        for (Priority priority : Priority.values()) {
            lanes.put(priority, new LinkedHashMap<>());
            sizes.put(priority, 0);
        }
    }

    void add(Priority priority, Work work) {
        lane(priority).computeIfAbsent(work.source(), p -> new ArrayDeque<>()).add(work);
        sizes.merge(priority, 1, Integer::sum);
    }

    /** Records waiting in that lane. */
    int size(Priority priority) {
        return sizes.getOrDefault(priority, 0);
    }

    boolean isEmpty() {
        return sizes.values().stream().allMatch(size -> size == 0);
    }

    /**
     * Takes the first record of the first partition whose record is ready and fits; that partition goes to the end of the line.
     *
     * @return null when there is none
     */
    @Nullable
    Work take(Priority priority, int room, Predicate<Work> ready) {
        Map<TopicPartition, Deque<Work>> lane = lane(priority);
        List<TopicPartition> order = new ArrayList<>(lane.keySet());
        for (TopicPartition partition : order) {
            Deque<Work> queue = lane.get(partition);
            Work head = queue == null ? null : queue.peek();
            if (queue == null || head == null || head.size() > room || !ready.test(head)) {
                continue;
            }
            queue.poll();
            lane.remove(partition);
            if (!queue.isEmpty()) {
                lane.put(partition, queue);
            }
            sizes.merge(priority, -1, Integer::sum);
            return head;
        }
        return null;
    }

    private Map<TopicPartition, Deque<Work>> lane(Priority priority) {
        return lanes.computeIfAbsent(priority, p -> new LinkedHashMap<>());
    }
}
