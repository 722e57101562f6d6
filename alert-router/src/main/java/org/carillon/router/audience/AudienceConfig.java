package org.carillon.router.audience;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What the audience nodes need to know: the city pack's catalogues, whose order gives positions in binary records their
 * meaning, and their pace.
 *
 * @param purposes codes of the purposes, in the pack's order
 * @param districts codes of the districts, in the pack's order
 * @param topics codes of the topics, in the pack's order
 * @param languages tags of the languages, in the pack's order
 * @param slice how long a task cuts before it looks at its other work
 * @param pause how often a task returns to its unfinished fan-outs
 * @param reportEvery how often changed numbers of an alert are passed on at most; less often while they keep changing
 * @param keepAfterExpiry how long it is kept who was reached by an alert that has expired without being withdrawn
 * @param nanoClock measures slices, as {@link System#nanoTime()} does
 */
public record AudienceConfig(
        List<String> purposes,
        List<String> districts,
        List<String> topics,
        List<String> languages,
        Duration slice,
        Duration pause,
        Duration reportEvery,
        Duration keepAfterExpiry,
        LongSupplier nanoClock) {
    public AudienceConfig {
        purposes = List.copyOf(purposes);
        districts = List.copyOf(districts);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
        if (topics.size() > Long.SIZE) {
            throw new IllegalArgumentException("at most " + Long.SIZE + " topics fit in an audience entry");
        }
    }

    /** With the pace that was measured to serve both small and large alerts; see RATIONALE.md. */
    public static AudienceConfig of(
            List<String> purposes, List<String> districts, List<String> topics, List<String> languages) {
        return new AudienceConfig(
                purposes,
                districts,
                topics,
                languages,
                Duration.ofMillis(10),
                Duration.ofMillis(1),
                Duration.ofMillis(100),
                Duration.ofDays(7),
                System::nanoTime);
    }

    /** The same with another way to slice. */
    public AudienceConfig withSlices(Duration newSlice, LongSupplier newNanoClock) {
        return new AudienceConfig(
                purposes, districts, topics, languages, newSlice, pause, reportEvery, keepAfterExpiry, newNanoClock);
    }
}
