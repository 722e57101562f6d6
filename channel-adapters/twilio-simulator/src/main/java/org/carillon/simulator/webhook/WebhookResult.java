package org.carillon.simulator.webhook;

/**
 * What a webhook came to.
 *
 * @param status the HTTP status that the hub answered, 0 when it could not be reached or did not answer in time
 * @param attempts how often it was called
 */
public record WebhookResult(int status, int attempts) {
    static WebhookResult answered(int status) {
        return new WebhookResult(status, 1);
    }

    static WebhookResult away() {
        return new WebhookResult(0, 1);
    }

    WebhookResult second() {
        return new WebhookResult(status, 2);
    }

    /** The hub has taken it. */
    public boolean isTaken() {
        return status >= 200 && status < 300;
    }

    boolean isWorthRetrying() {
        return status == 0 || status >= 500;
    }
}
