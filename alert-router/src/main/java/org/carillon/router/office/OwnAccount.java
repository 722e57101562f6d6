package org.carillon.router.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.OfficerSession;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.office.CodeUse;
import org.carillon.schemas.office.OfficeCommand;
import org.jspecify.annotations.Nullable;

/** Decides what officers do about their own accounts. */
final class OwnAccount {
    /** More signed in at once than any person is: all end. */
    private static final int MOST_SESSIONS = 50;

    /** No session lasts so long. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final OfficeBook book;

    OwnAccount(OfficeBook book) {
        this.book = book;
    }

    /** The account as it is afterwards. */
    Account decide(OfficeCommand.Own command, Instant now) {
        Account account = book.account(command.user())
                .filter(Account::active)
                .orElseThrow(() -> Refused.forbidden("this account is closed"));
        AccountSecurity security = account.security();
        if (command.epoch() != security.epoch()) {
            throw Refused.conflict("the account has changed meanwhile: sign in again");
        }
        Account next = switch (command) {
            case OfficeCommand.SignIn signIn -> account.with(signIn(security, signIn, now));
            case OfficeCommand.UseCode use -> account.with(security.with(used(security.secondFactor(), use.code())));
            case OfficeCommand.EndSession end ->
                account.with(security.withSessions(ended(security.sessions(), end.sessionId(), now)));
            case OfficeCommand.EndAllSessions all -> account.with(security.revoked());
            case OfficeCommand.ChangePassword change ->
                account.withPasswordHash(change.passwordHash())
                        .with(security.revoked().withTemporaryPassword(false));
            case OfficeCommand.SetSecondFactor set ->
                account.with(security.revoked()
                        .with(new SecondFactor(set.sealedSecret(), set.step(), set.recoveryHashes(), now)));
            case OfficeCommand.SetRecoveryCodes set ->
                account.with(security.with(withCodes(security.secondFactor(), set.recoveryHashes())));
            case OfficeCommand.SetToken set ->
                account.withTokenHashes(set.tokenHash() == null ? Set.of() : Set.of(set.tokenHash()));
            case OfficeCommand.SetDuty set -> account.with(set.duty());
        };
        book.keep(next);
        return next;
    }

    private static AccountSecurity signIn(AccountSecurity security, OfficeCommand.SignIn command, Instant now) {
        AccountSecurity proven = security;
        if (security.secondFactor() != null) {
            if (command.code() == null) {
                throw Refused.forbidden("the second factor is missing");
            }
            proven = security.with(used(security.secondFactor(), command.code()));
        }
        List<OfficerSession> sessions = new ArrayList<>(security.sessions().stream()
                .filter(session -> now.isBefore(session.until()))
                .toList());
        if (sessions.size() >= MOST_SESSIONS) {
            throw Refused.conflict("this account is signed in " + MOST_SESSIONS
                    + " times: sign out everywhere on one of them, or ask an administrator to reset the account");
        }
        sessions.add(new OfficerSession(command.sessionId(), now, command.until(), false));
        return proven.withSessions(sessions);
    }

    /** The factor after that code, which is good once; no code of an earlier time step is good after it. */
    private static SecondFactor used(@Nullable SecondFactor factor, CodeUse code) {
        if (factor == null) {
            throw Refused.conflict("the account has no second factor");
        }
        Long step = code.step();
        if (step != null) {
            if (step <= factor.lastStep()) {
                throw Refused.conflict("this code has been used: wait for the next one");
            }
            return new SecondFactor(factor.sealedSecret(), step, factor.recoveryHashes(), factor.since());
        }
        Set<String> left = new HashSet<>(factor.recoveryHashes());
        if (!left.remove(code.recoveryHash())) {
            throw Refused.conflict("this recovery code has been used");
        }
        return new SecondFactor(factor.sealedSecret(), factor.lastStep(), left, factor.since());
    }

    private static SecondFactor withCodes(@Nullable SecondFactor factor, Set<String> hashes) {
        if (factor == null) {
            throw Refused.conflict("the account has no second factor");
        }
        return new SecondFactor(factor.sealedSecret(), factor.lastStep(), hashes, factor.since());
    }

    /** The session that changed the password has outlived its entry: it is entered as ended. */
    private static List<OfficerSession> ended(List<OfficerSession> sessions, String id, Instant now) {
        List<OfficerSession> all = new ArrayList<>();
        OfficerSession ended = new OfficerSession(id, now, now.plus(LONGEST), true);
        for (OfficerSession session : sessions) {
            if (session.id().equals(id)) {
                ended = new OfficerSession(id, session.startedAt(), session.until(), true);
            } else {
                all.add(session);
            }
        }
        all.add(ended);
        return all;
    }
}
