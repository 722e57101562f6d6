package org.carillon.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = new Secrets(new SecureRandom());

    @Test
    void shouldKnowThePasswordThatWasHashed() {
        String hash = secrets.passwordHash("pässword-1");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=65536,t=3,p=4\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(Secrets.passwordMatches("pässword-1", hash)).isTrue();
        assertThat(Secrets.passwordMatches("password-1", hash)).isFalse();
        assertThat(secrets.passwordHash("pässword-1")).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "$argon2i$v=19$m=8,t=1,p=1$YWFhYWFhYWE$YQ", "$2b$12$abc"})
    void shouldTakeNothingForWhatIsNoHash(String hash) {
        assertThat(Secrets.passwordMatches("x", hash)).isFalse();
    }

    @Test
    void shouldMakePasswordsThatCanBeTypedAndTokensThatCannotBeGuessed() {
        assertThat(secrets.newPassword()).matches("([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}");
        assertThat(secrets.newToken()).matches("crl_[A-Za-z0-9_-]{43}").isNotEqualTo(secrets.newToken());
        // SHA-256 of "abc", FIPS 180-2
        assertThat(Secrets.tokenHash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer crl_ana", "bearer crl_ana", "BEARER  crl_ana "})
    void shouldFindTheAccountOfAToken(String header) {
        assertThat(tokens().authenticate(header).user()).isEqualTo("ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer crl_old", "Bearer CRL_ANA", "Basic crl_ana", "crl_ana"})
    void shouldRefuseEverythingElseWithoutRepeatingIt(String header) {
        assertThatThrownBy(() -> tokens().authenticate(header)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(401);
            assertThat(e.headers()).containsKey("WWW-Authenticate");
            assertThat(e.problem().toString()).doesNotContainIgnoringCase("crl_");
        });
    }

    private static BearerTokens tokens() {
        return new BearerTokens(() -> List.of(account("ana", true), account("old", false)));
    }

    private static Account account(String user, boolean active) {
        return new Account(
                user,
                user,
                Set.of(Role.AUTHOR),
                "water@port-maravel.example",
                "-",
                Set.of(Secrets.tokenHash("crl_" + user)),
                active,
                Instant.EPOCH);
    }
}
