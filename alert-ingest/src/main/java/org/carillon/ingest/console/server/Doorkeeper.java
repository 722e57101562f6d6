package org.carillon.ingest.console.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.Officer;
import org.carillon.ingest.console.session.Session;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;

/** Says who somebody is and what is open to them. Safe for threads. */
final class Doorkeeper {
    private final Sessions sessions;
    private final Function<String, Optional<Account>> accounts;
    private final Set<Role> secondFactorRoles;

    /**
     * Asks these.
     *
     * @param secondFactorRoles whoever has one of them must have set up a second factor
     */
    Doorkeeper(Sessions sessions, Function<String, Optional<Account>> accounts, Set<Role> secondFactorRoles) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    /** Where somebody is sent instead of the page. */
    enum Verdict {
        COME_IN,
        SIGN_IN,
        GIVE_SECOND_FACTOR,
        CHANGE_PASSWORD,
        SET_UP_SECOND_FACTOR,
        NOT_FOR_YOU
    }

    /** The session of that cookie; empty where it is over, revoked or forged. */
    Optional<Session> session(String cookie) {
        return sessions.open(cookie).filter(this::isWanted);
    }

    private boolean isWanted(Session session) {
        return session.stage() == Session.Stage.GUEST || account(session).isPresent();
    }

    private Optional<Account> account(Session session) {
        return accounts.apply(session.user())
                .filter(account -> account.active() && !account.security().isOver(session.epoch(), session.id()));
    }

    /** Who is signed in by that session, or null. */
    @Nullable
    Officer officer(Session session) {
        if (session.stage() != Session.Stage.FULL) {
            return null;
        }
        return account(session)
                .map(account -> new Officer(
                        account, session.csrf(), session.secondFactorAt(), sessions.isRecentlyConfirmed(session)))
                .orElse(null);
    }

    /** Whether the page is open. */
    Verdict ask(Access access, Session session, @Nullable Officer officer) {
        if (access instanceof Access.Open) {
            return Verdict.COME_IN;
        }
        if (officer == null) {
            return session.stage() == Session.Stage.PASSWORD ? Verdict.GIVE_SECOND_FACTOR : Verdict.SIGN_IN;
        }
        if (!(access instanceof Access.Roles roles)) {
            return Verdict.COME_IN;
        }
        Account account = officer.account();
        if (account.security().temporaryPassword()) {
            return Verdict.CHANGE_PASSWORD;
        }
        if (account.security().secondFactor() == null
                && account.roles().stream().anyMatch(secondFactorRoles::contains)) {
            return Verdict.SET_UP_SECOND_FACTOR;
        }
        return roles.includes(account) ? Verdict.COME_IN : Verdict.NOT_FOR_YOU;
    }

    /** Whether the form carries the session's token. */
    static boolean isOurForm(Session session, Fields form) {
        return MessageDigest.isEqual(
                session.csrf().getBytes(StandardCharsets.UTF_8),
                form.raw("csrf").getBytes(StandardCharsets.UTF_8));
    }
}
