package org.carillon.router.audience.index;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;

/**
 * The rule of matching in catalogue positions: purpose equal, districts intersect, and (severity at or above LEVEL or topic
 * among TOPICS).
 */
public final class Criteria {
    private final int purpose;
    private final BitSet districts = new BitSet();
    private final int topic;
    private final boolean[] admitted;

    /**
     * @param topic position of the topic, or -1 for one that nobody can have asked for
     */
    public Criteria(int purpose, Collection<Integer> districts, int topic, Severity severity) {
        this.purpose = purpose;
        this.topic = topic;
        districts.forEach(this.districts::set);
        List<Level> levels = List.of(Level.values());
        admitted = new boolean[levels.size()];
        levels.forEach(level -> admitted[level.code()] = level.admits(severity));
    }

    /** The first of the entry's districts that is asked for, or -1 where the entry does not match. */
    int match(AudienceEntryView entry) {
        if (entry.purpose() != purpose || !(admits(entry.level()) || (topic >= 0 && entry.hasTopic(topic)))) {
            return -1;
        }
        int count = entry.districts();
        for (int i = 0; i < count; i++) {
            int district = entry.district(i);
            if (districts.get(district)) {
                return district;
            }
        }
        return -1;
    }

    int purpose() {
        return purpose;
    }

    BitSet districts() {
        return districts;
    }

    int topic() {
        return topic;
    }

    boolean admits(Level level) {
        return admitted[level.code()];
    }
}
