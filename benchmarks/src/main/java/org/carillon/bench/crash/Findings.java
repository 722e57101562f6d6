package org.carillon.bench.crash;

/**
 * Recipients of one or more alerts, checked one by one.
 *
 * @param missed matched throughout and are in no batch
 * @param doubled times that somebody was in one batch too many
 * @param strangers in a batch though they never matched
 * @param wrong in a batch in a language that they never had, or with somebody else's contact
 */
public record Findings(int missed, int doubled, int strangers, int wrong) {
    public static final Findings CLEAN = new Findings(0, 0, 0, 0);

    public Findings plus(Findings other) {
        return new Findings(
                missed + other.missed, doubled + other.doubled, strangers + other.strangers, wrong + other.wrong);
    }

    public boolean clean() {
        return equals(CLEAN);
    }
}
