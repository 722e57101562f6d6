package org.carillon.router.office;

import org.carillon.schemas.command.Decision.Refusal;

/** Ends a decision with a no, before anything was kept. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;

    private Refused(Refusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    static Refused forbidden(String message) {
        return new Refused(Refusal.FORBIDDEN, message);
    }

    static Refused notFound(String message) {
        return new Refused(Refusal.NOT_FOUND, message);
    }

    static Refused conflict(String message) {
        return new Refused(Refusal.CONFLICT, message);
    }

    static Refused unprocessable(String message) {
        return new Refused(Refusal.UNPROCESSABLE, message);
    }
}
