package org.carillon.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.Passwords.Outcome;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final String GOOD = "four words of hers";
    private static final Secrets SECRETS = new Secrets(new SecureRandom(), new Secrets.Cost(64, 1, 1));

    private final HandClock clock = new HandClock(TestHub.NOON);
    private final Map<String, Account> accounts = Map.of("ana", account(true), "old", account(false));
    private final Passwords passwords =
            new Passwords(SECRETS, user -> Optional.ofNullable(accounts.get(user)), new Brake(clock));

    private static Account account(boolean active) {
        return new Account(
                "ana", "Ana", Set.of(Role.AUTHOR), "s", SECRETS.passwordHash(GOOD), Set.of(), active, TestHub.NOON);
    }

    @Test
    void shouldTellNobodyWhatWasWrong() {
        assertThat(check(" Ana ", GOOD)).isInstanceOf(Outcome.Right.class);
        assertThat(check("ana", "wrong")).isInstanceOf(Outcome.Wrong.class);
        assertThat(check("nobody", GOOD)).isInstanceOf(Outcome.Wrong.class);
        assertThat(check("old", GOOD)).isInstanceOf(Outcome.Wrong.class);
        assertThat(check("ana", "x".repeat(1_000_000))).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void shouldSlowDownWhoeverGuessesFromWhereverButNotTheOfficersOwnBrowser() {
        for (int i = 0; i < 6; i++) {
            assertThat(passwords.check("ana", "wrong" + i, "10.0.0." + i, "")).isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(passwords.check("ana", GOOD, "10.0.0.99", "")).isInstanceOf(Outcome.TooMany.class);
        assertThat(passwords.check("ana", GOOD, "10.0.0.99", "her-browser")).isInstanceOf(Outcome.Right.class);
        clock.pass(Duration.ofSeconds(2));
        assertThat(passwords.check("ana", GOOD, "10.0.0.99", "")).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void shouldSlowDownOneAddressThatTriesManyNames() {
        int looked = 0;
        for (int i = 0; i < 100; i++) {
            looked += passwords.check("user" + i, GOOD, "2001:db8:0:0:0:0:0:" + i, "") instanceof Outcome.Wrong ? 1 : 0;
        }
        assertThat(looked).isEqualTo(31);
    }

    private Outcome check(String user, String password) {
        return passwords.check(user, password, "127.0.0.1", "");
    }
}
