package org.carillon.simulator.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The one account of the simulated provider.
 *
 * @param hubNumber the number the account owns, E.164
 * @param inboundUrl where texts to that number are announced; none yet when null
 */
public record Account(
        String accountSid,
        String authToken,
        String hubNumber,
        @Nullable URI inboundUrl,
        OptOut optOut) {

    /** The same account with another webhook. */
    public Account withInboundUrl(@Nullable URI url) {
        return new Account(accountSid, authToken, hubNumber, url, optOut);
    }

    /** The same account with another treatment of STOP. */
    public Account withOptOut(OptOut other) {
        return new Account(accountSid, authToken, hubNumber, inboundUrl, other);
    }

    @Override
    public String toString() {
        return "Account[" + accountSid + "]";
    }
}
