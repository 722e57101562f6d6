package org.carillon.ingest.office;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.kafka.OfficeCommands;
import org.carillon.ingest.kafka.OfficeViews;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.CodeUse;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.jspecify.annotations.Nullable;

/**
 * What an officer does about the own account. Every change of what guards it answers with the account's epoch from then on, in which
 * the session that made the change goes on. Safe for threads.
 */
public final class OwnAccounts {
    private static final int RECOVERY_CODES = 8;

    private final OfficeAsk ask;
    private final OfficeViews views;
    private final Passwords passwords;
    private final Secrets secrets;
    private final OfficeKeys keys;
    private final Clock clock;

    public OwnAccounts(
            OfficeCommands commands,
            OfficeViews views,
            Passwords passwords,
            Secrets secrets,
            OfficeKeys keys,
            Clock clock) {
        this.ask = new OfficeAsk(commands, clock);
        this.views = views;
        this.passwords = passwords;
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Enters a signing-in.
     *
     * @return false where the code was used before
     */
    public boolean signIn(Account account, String sessionId, Instant until, @Nullable CodeUse code) {
        return firstUse((id, at) -> new OfficeCommand.SignIn(
                id, at, account.user(), account.security().epoch(), sessionId, until, code));
    }

    /** Gives the second factor again; false where the code was used before. */
    public boolean use(Account account, CodeUse code) {
        return firstUse((id, at) -> new OfficeCommand.UseCode(
                id, at, account.user(), account.security().epoch(), code));
    }

    private boolean firstUse(OfficeAsk.Asking asking) {
        return switch (ask.decision(asking)) {
            case OfficeDecision.Done done -> true;
            case OfficeDecision.Refused refused when refused.refusal() == Refusal.CONFLICT -> false;
            case OfficeDecision.Refused refused -> throw OfficeAsk.problem(refused);
        };
    }

    public void endSession(Account account, String sessionId) {
        ask.done((id, at) -> new OfficeCommand.EndSession(
                id, at, account.user(), account.security().epoch(), sessionId));
    }

    public long endAllSessions(Account account) {
        return changed(
                account,
                (id, at) -> new OfficeCommand.EndAllSessions(
                        id, at, account.user(), account.security().epoch()));
    }

    public long changePassword(Account account, String password) {
        String hash = passwords.hash(password);
        return changed(
                account,
                (id, at) -> new OfficeCommand.ChangePassword(
                        id, at, account.user(), account.security().epoch(), hash));
    }

    /** A new secret for an authenticator app; nothing is kept. */
    public byte[] newSecret() {
        return secrets.newSecret(Totp.SECRET_BYTES);
    }

    /** The time step of a code that proves that an app has the secret; empty for a wrong one. */
    public OptionalLong proves(byte[] secret, String code) {
        return Totp.match(secret, code, clock.instant());
    }

    /** What is shown once, and the account's epoch from now on. */
    public record NewSecondFactor(List<String> recoveryCodes, long epoch) {}

    public NewSecondFactor setSecondFactor(Account account, byte[] secret, long step) {
        List<String> codes = secrets.newRecoveryCodes(RECOVERY_CODES);
        String sealed = SecondFactors.seal(keys, account.user(), secret);
        long epoch = changed(
                account,
                (id, at) -> new OfficeCommand.SetSecondFactor(
                        id, at, account.user(), account.security().epoch(), sealed, step, hashes(codes)));
        return new NewSecondFactor(codes, epoch);
    }

    /** New recovery codes, shown once. */
    public List<String> newRecoveryCodes(Account account) {
        List<String> codes = secrets.newRecoveryCodes(RECOVERY_CODES);
        ask.done((id, at) -> new OfficeCommand.SetRecoveryCodes(
                id, at, account.user(), account.security().epoch(), hashes(codes)));
        return codes;
    }

    /** A new token for programs, shown once. */
    public String newToken(Account account) {
        String token = secrets.newToken();
        setToken(account, Secrets.tokenHash(token));
        return token;
    }

    public void endToken(Account account) {
        setToken(account, null);
    }

    /** Sets the telephone on which the officer is told what cannot wait; null for none any more. */
    public void setDuty(Account account, @Nullable Duty duty) {
        ask.done((id, at) -> new OfficeCommand.SetDuty(
                id, at, account.user(), account.security().epoch(), duty));
        views.awaitAccount(account.user(), shown -> Objects.equals(shown.duty(), duty));
    }

    private void setToken(Account account, @Nullable String hash) {
        ask.done((id, at) -> new OfficeCommand.SetToken(
                id, at, account.user(), account.security().epoch(), hash));
    }

    private long changed(Account account, OfficeAsk.Asking asking) {
        long epoch = ask.done(asking).epoch();
        views.awaitEpoch(account.user(), epoch);
        return epoch;
    }

    private static Set<String> hashes(List<String> codes) {
        return codes.stream().map(Secrets::recoveryHash).collect(Collectors.toSet());
    }
}
