package org.carillon.simulator.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.carillon.simulator.account.Account;
import org.jspecify.annotations.Nullable;

/** Checks HTTP basic authentication: account SID as user, auth token as password. */
final class Credentials {
    private static final String BASIC = "basic ";

    private Credentials() {}

    static boolean match(@Nullable String authorization, Account account) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] wanted = (account.accountSid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, wanted);
    }
}
