package org.carillon.schemas.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account is guarded beside its password.
 *
 * @param epoch a session of an earlier epoch is over: it changes with the password, the second factor, the roles, and when the officer
 *     signs out everywhere
 * @param temporaryPassword somebody else knows the password: it has to be changed at the first signing-in
 * @param secondFactor the authenticator app, or null before it is set up
 * @param sessions those that are not over by themselves
 */
public record AccountSecurity(
        long epoch, boolean temporaryPassword, @Nullable SecondFactor secondFactor, List<OfficerSession> sessions) {
    /** Of an account that nobody has used yet. */
    public static final AccountSecurity NEW = new AccountSecurity(0, false, null, List.of());

    public AccountSecurity {
        sessions = List.copyOf(sessions);
    }

    /** The next epoch: every session is over. */
    public AccountSecurity revoked() {
        return new AccountSecurity(epoch + 1, temporaryPassword, secondFactor, List.of());
    }

    public AccountSecurity with(@Nullable SecondFactor factor) {
        return new AccountSecurity(epoch, temporaryPassword, factor, sessions);
    }

    public AccountSecurity withSessions(List<OfficerSession> others) {
        return new AccountSecurity(epoch, temporaryPassword, secondFactor, others);
    }

    public AccountSecurity withTemporaryPassword(boolean temporary) {
        return new AccountSecurity(epoch, temporary, secondFactor, sessions);
    }

    /** Whether a session of that epoch and id is over. One of a later epoch is newer than what is known here. */
    public boolean isOver(long sessionEpoch, String sessionId) {
        return sessionEpoch < epoch || sessions.stream().anyMatch(s -> s.ended() && s.id().equals(sessionId));
    }
}
