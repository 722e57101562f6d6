package org.carillon.ingest.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.OfficeKeys;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final HandClock clock = new HandClock(TestHub.NOON);
    private final OfficeKeys keys = OfficeKeys.ephemeral();
    private final Sessions sessions = new Sessions(keys, SessionLimits.DEFAULT, new SecureRandom(), clock);
    private final Account ana = new Account("ana", "Ana", Set.of(Role.AUTHOR), "s", "-", Set.of(), true, TestHub.NOON);

    @Test
    void shouldComeBackFromItsCookieOnAnyInstance() {
        Session session = sessions.start(ana, Session.Stage.FULL).confirmed(clock.instant());
        Sessions other = new Sessions(keys, SessionLimits.DEFAULT, new SecureRandom(), clock);

        assertThat(other.open(sessions.seal(session))).contains(session);
        assertThat(sessions.seal(session)).doesNotContain("ana").doesNotContain(session.csrf());
        assertThat(session.toString()).doesNotContain(session.csrf()).doesNotContain(session.id());
    }

    @Test
    void shouldRefuseWhatItDidNotSeal() {
        String cookie = sessions.seal(sessions.start(ana, Session.Stage.FULL));
        Sessions stranger = new Sessions(OfficeKeys.ephemeral(), SessionLimits.DEFAULT, new SecureRandom(), clock);

        assertThat(stranger.open(cookie)).isEmpty();
        assertThat(sessions.open(sessions.knownBrowser("ana")))
                .as("sealed for another use")
                .isEmpty();
        assertThat(sessions.open("")).isEmpty();
        assertThat(sessions.open("%%%")).isEmpty();
        for (int i = 0; i < cookie.length(); i += 7) {
            char other = cookie.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sessions.open(cookie.substring(0, i) + other + cookie.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void shouldEndWhenIdleAndInAnyCase() {
        Session session = sessions.start(ana, Session.Stage.FULL);
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.open(sessions.seal(session))).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.open(sessions.seal(session))).isEmpty();

        Session used = sessions.start(ana, Session.Stage.FULL);
        for (int i = 0; i < 12 * 60 / 20 - 1; i++) {
            clock.pass(Duration.ofMinutes(20));
            used = sessions.renewed(used).orElseThrow();
            assertThat(sessions.open(sessions.seal(used))).isPresent();
        }
        clock.pass(Duration.ofMinutes(20));
        assertThat(sessions.open(sessions.seal(used))).isEmpty();
    }

    @Test
    void shouldGiveLittleTimeForTheSecondFactor() {
        Session half = sessions.start(ana, Session.Stage.PASSWORD);
        clock.pass(Duration.ofMinutes(5));

        assertThat(sessions.open(sessions.seal(half))).isEmpty();
    }

    @Test
    void shouldAskForTheSecondFactorAgainAfterAWhile() {
        Session session = sessions.start(ana, Session.Stage.FULL);
        assertThat(sessions.isRecentlyConfirmed(session)).isFalse();
        Session confirmed = session.confirmed(clock.instant());
        assertThat(sessions.isRecentlyConfirmed(confirmed)).isTrue();
        clock.pass(Duration.ofMinutes(10));
        assertThat(sessions.isRecentlyConfirmed(confirmed)).isFalse();
    }

    @Test
    void shouldKnowTheBrowserOfOneOfficerOnly() {
        String cookie = sessions.knownBrowser("ana");

        assertThat(sessions.knownBrowser(cookie, "ana")).isPresent();
        assertThat(sessions.knownBrowser(cookie, "bo")).isEmpty();
        assertThat(sessions.knownBrowser("forged", "ana")).isEmpty();
    }
}
