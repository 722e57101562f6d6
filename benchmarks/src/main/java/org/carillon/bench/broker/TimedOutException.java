package org.carillon.bench.broker;

/** A measurement that did not come to its end in time: every wait of a benchmark is bounded. */
public final class TimedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TimedOutException(String what) {
        super(what);
    }
}
