package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.report.Stats;
import org.carillon.bench.restore.RestoreRound;

/** Restore at one size: every round and, worked out from them, rates. */
record RestoreResult(int subscriptions, List<RestoreRound> rounds) {
    RestoreResult {
        rounds = List.copyOf(rounds);
    }

    List<Double> each(ToDoubleFunction<RestoreRound> figure) {
        return rounds.stream().map(figure::applyAsDouble).toList();
    }

    /** Subscriptions in a second of the whole start. */
    double whole(double seconds) {
        return subscriptions / seconds;
    }

    /** Subscriptions in a second of what the start takes beyond one without any. */
    double wipedPerSecond(RestoreRound round) {
        return subscriptions / (round.wipedSeconds() - medianEmptySeconds());
    }

    /** The same after a kill. */
    double killedPerSecond(RestoreRound round) {
        return subscriptions / (round.killedSeconds() - medianEmptySeconds());
    }

    @JsonProperty
    double medianEmptySeconds() {
        return Stats.median(each(RestoreRound::emptySeconds));
    }

    @JsonProperty
    double medianWipedSeconds() {
        return Stats.median(each(RestoreRound::wipedSeconds));
    }

    @JsonProperty
    double medianKilledSeconds() {
        return Stats.median(each(RestoreRound::killedSeconds));
    }

    @JsonProperty
    double medianReadPerSecond() {
        return Stats.median(each(RestoreRound::readPerSecond));
    }

    @JsonProperty
    double medianWipedPerSecond() {
        return Stats.median(each(this::wipedPerSecond));
    }

    @JsonProperty
    double medianKilledPerSecond() {
        return Stats.median(each(this::killedPerSecond));
    }

    /** Subscriptions restored for each one that a plain consumer reads. */
    @JsonProperty
    double wipedTimesPlain() {
        return medianWipedPerSecond() / medianReadPerSecond();
    }

    @JsonProperty
    Audit audit() {
        return rounds.stream().map(RestoreRound::audit).reduce(Audit.CLEAN, Audit::plus);
    }
}
