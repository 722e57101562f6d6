package org.carillon.channel.sms.twilio;

/** A call that got no answer, and whether anything of it can have arrived. Holds nothing that was sent. */
final class CallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean surelyNotSent;
    private final String reason;

    CallFailedException(boolean surelyNotSent, String reason) {
        super(reason, null, false, false);
        this.surelyNotSent = surelyNotSent;
        this.reason = reason;
    }

    boolean surelyNotSent() {
        return surelyNotSent;
    }

    String reason() {
        return reason;
    }
}
