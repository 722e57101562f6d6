package org.carillon.ingest.office;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carillon.ingest.auth.Brake;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.CodeUse;

/** Checks codes of authenticator apps and recovery codes; whether one was used before is the router's to say. Safe for threads. */
public final class SecondFactors {
    private static final String USE = "totp:";
    private static final Brake.Rule RULE = new Brake.Rule(5, Duration.ofMinutes(5), Duration.ofHours(1));

    private final OfficeKeys keys;
    private final Brake brake;
    private final Clock clock;

    public SecondFactors(OfficeKeys keys, Brake brake, Clock clock) {
        this.keys = keys;
        this.brake = brake;
        this.clock = clock;
    }

    /** The secret as it is kept in the account of that user. */
    public static String seal(OfficeKeys keys, String user, byte[] secret) {
        return keys.seal(USE + user, secret);
    }

    /** Whether these keys have sealed the secret of that account; true where it has none. */
    public static boolean isSealedBy(OfficeKeys keys, Account account) {
        SecondFactor factor = account.security().secondFactor();
        return factor == null
                || keys.open(USE + account.user(), factor.sealedSecret()).isPresent();
    }

    /**
     * The use of a code that is right; empty where it is wrong.
     *
     * @throws ProblemException 429 after too many wrong ones
     */
    public Optional<CodeUse> check(Account account, String code) {
        SecondFactor factor = account.security().secondFactor();
        if (factor == null) {
            return Optional.empty();
        }
        List<Brake.Key> key = List.of(new Brake.Key("code:" + account.user(), RULE));
        brake.begin(key).ifPresent(wait -> {
            throw tooMany(wait);
        });
        Optional<CodeUse> use = find(account.user(), factor, code);
        if (use.isPresent()) {
            brake.succeeded(key);
        }
        return use;
    }

    private Optional<CodeUse> find(String user, SecondFactor factor, String code) {
        String hash = Secrets.recoveryHash(code);
        if (factor.recoveryHashes().contains(hash)) {
            return Optional.of(new CodeUse(null, hash));
        }
        byte[] secret = keys.open(USE + user, factor.sealedSecret())
                .orElseThrow(() -> ProblemException.of(Problem.of(
                        500,
                        "Internal Server Error",
                        "The secret of this authenticator app belongs to another key ring.")));
        OptionalLong step = Totp.match(secret, code, clock.instant());
        return step.isPresent() ? Optional.of(new CodeUse(step.getAsLong(), null)) : Optional.empty();
    }

    /** Too many attempts: 429. */
    public static ProblemException tooMany(Duration wait) {
        return ProblemException.tooMany(
                "Too many wrong attempts. Wait " + Math.max(1, wait.toSeconds() + 1) + " seconds.", wait);
    }
}
