package org.carillon.ingest.auth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;

/**
 * Checks passwords. Takes as long and says the same where there is no such user. A few at once, so that signing in cannot take all
 * memory; and slower for whoever guesses. Safe for threads.
 */
public final class Passwords {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Brake.Rule PER_USER = new Brake.Rule(5, Duration.ofMinutes(5), HOUR);

    /** An office shares one address: it has more attempts, and does not wait long. */
    private static final Brake.Rule PER_ADDRESS = new Brake.Rule(30, Duration.ofMinutes(1), HOUR);

    private static final int LONGEST = 1000;
    private static final int LONGEST_USER = 100;

    private final Secrets secrets;
    private final Function<String, Optional<Account>> accounts;
    private final Brake brake;
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final String nobody;

    public Passwords(Secrets secrets, Function<String, Optional<Account>> accounts, Brake brake) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.brake = brake;
        // What an unknown user's password is compared with; the same cost as a real one.
        this.nobody = secrets.passwordHash(secrets.newPassword());
    }

    /** What came of an attempt. */
    public sealed interface Outcome {
        /** The password is the account's, and the account is open. */
        record Right(Account account) implements Outcome {}

        /** Wrong password, no such user, or a closed account: nobody is told which. */
        record Wrong() implements Outcome {}

        /** Too many attempts: not looked at. */
        record TooMany(Duration pause) implements Outcome {}
    }

    /**
     * Checks the password of somebody who is not signed in.
     *
     * @param address of the client
     * @param browser distinguishes a browser that this user has signed in from, or empty: attempts elsewhere do not slow it down
     * @throws ProblemException 503 where too many others are signing in
     */
    public Outcome check(String user, String password, String address, String browser) {
        String name = user.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_USER || password.length() > LONGEST) {
            return new Outcome.Wrong();
        }
        Brake.Key who = new Brake.Key(browser.isEmpty() ? "user:" + name : "browser:" + name + ':' + browser, PER_USER);
        Brake.Key where = new Brake.Key("address:" + network(address), PER_ADDRESS);
        List<Brake.Key> keys = List.of(who, where);
        Optional<Duration> wait = brake.begin(keys);
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        Optional<Account> account = accounts.apply(name).filter(Account::active);
        boolean right;
        try {
            right = matches(password, account.map(Account::passwordHash).orElse(nobody)) && account.isPresent();
        } catch (ProblemException e) {
            brake.undo(keys);
            throw e;
        }
        if (!right) {
            return new Outcome.Wrong();
        }
        brake.succeeded(List.of(who));
        brake.undo(List.of(where));
        return new Outcome.Right(account.orElseThrow());
    }

    /** Whether it is the password of an officer who is signed in and enters it again. */
    public Outcome again(Account account, String password) {
        Brake.Key who = new Brake.Key("again:" + account.user(), PER_USER);
        Optional<Duration> wait = brake.begin(List.of(who));
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        if (password.length() > LONGEST || !matches(password, account.passwordHash())) {
            return new Outcome.Wrong();
        }
        brake.succeeded(List.of(who));
        return new Outcome.Right(account);
    }

    /** The hash of a new password, made under the same bound. */
    public String hash(String password) {
        return bounded(() -> secrets.passwordHash(password));
    }

    private boolean matches(String password, String hash) {
        return bounded(() -> Secrets.passwordMatches(password, hash));
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("Too many people are signing in. Try again in some seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    /** One customer has at least a /64 of IPv6: its addresses count as one. */
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length == 8 ? String.join(":", List.of(parts).subList(0, 4)) : address;
    }
}
