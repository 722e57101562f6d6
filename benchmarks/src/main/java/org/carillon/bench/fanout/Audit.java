package org.carillon.bench.fanout;

/**
 * Recipients checked by set.
 *
 * @param missed meant, but in no batch
 * @param doubled times that somebody was in one batch too many
 * @param strangers in a batch, but not meant
 */
public record Audit(int missed, int doubled, int strangers) {
    public static final Audit CLEAN = new Audit(0, 0, 0);

    public Audit plus(Audit other) {
        return new Audit(missed + other.missed, doubled + other.doubled, strangers + other.strangers);
    }

    public boolean clean() {
        return equals(CLEAN);
    }
}
