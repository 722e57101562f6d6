package org.carillon.router.office;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.LogFact;
import org.jspecify.annotations.Nullable;

/** Decides about administrative acts: one administrator proposes, another one confirms, and only then it is so. */
final class AdminActs {
    /** After that a proposal is stale: what it was about may have changed. */
    private static final Duration LASTS = Duration.ofDays(7);

    private static final int LONGEST_REASON = 1000;

    private final OfficeBook book;
    private final ActRules rules;
    private final ActFacts facts;

    AdminActs(OfficeBook book) {
        this.book = book;
        this.rules = new ActRules(book);
        this.facts = new ActFacts(rules);
    }

    AdminRequest propose(OfficeCommand.Propose command, Instant now) {
        administrator(command.user());
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            throw Refused.unprocessable("say why, in 1 to " + LONGEST_REASON + " characters");
        }
        if (book.request(command.actId()).isPresent()) {
            throw Refused.conflict("this act was proposed already");
        }
        rules.check(command.act());
        AdminRequest request =
                AdminRequest.pending(command.actId(), command.act(), command.reason(), command.user(), now);
        if (request.act() instanceof AdminAct.DistrustFeed) {
            return atOnce(request, ActDecider.ONE_ADMINISTRATOR, now);
        }
        if (book.administrators() == 1) {
            return alone(request, now);
        }
        book.keep(request);
        return request;
    }

    /** The only administrator can do one thing alone: create the second one. */
    private AdminRequest alone(AdminRequest request, Instant now) {
        if (!(request.act() instanceof AdminAct.CreateOfficer create)
                || !create.roles().contains(Role.ADMIN)) {
            throw Refused.forbidden("this needs a second administrator, and there is only one: first create another"
                    + " officer with the role admin, which you may do alone");
        }
        return atOnce(request, ActDecider.ALONE, now);
    }

    private AdminRequest atOnce(AdminRequest request, ActDecider by, Instant now) {
        return takeEffect(
                request, request.decided(AdminRequest.State.CONFIRMED, request.proposedBy(), now, null, true), by, now);
    }

    /**
     * The operator's way back in, where two administrators are needed and one cannot sign in any more. It is recorded as what it is, and
     * every administrator who can be told is told; the officer, too, on the number that ends with it.
     */
    AdminRequest recover(OfficeCommand.Recover command, Instant now) {
        if (book.request(command.actId()).isPresent()) {
            throw Refused.conflict("this act was done already");
        }
        Account officer = rules.officer(command.officer());
        if (!officer.active()) {
            throw Refused.conflict("the account of " + officer.user() + " is closed");
        }
        OfficeNotice notice = OfficeNotice.recovered(command.actId(), officer.user(), now);
        book.accounts().stream()
                .filter(other -> ActRules.isAdministrator(other) || other.user().equals(officer.user()))
                .flatMap(other -> notice.to(other).stream())
                .forEach(book::tell);
        AdminAct act = new AdminAct.RecoverOfficer(officer.user(), command.passwordHash());
        AdminRequest request =
                AdminRequest.pending(command.actId(), act, cut(command.reason()), AdminRequest.OPERATOR, now);
        return atOnce(request, ActDecider.OPERATOR, now);
    }

    AdminRequest confirm(OfficeCommand.Confirm command, Instant now) {
        administrator(command.user());
        AdminRequest request = pending(command.actId());
        if (request.proposedBy().equals(command.user())) {
            throw Refused.forbidden("you proposed this yourself: another administrator has to confirm it");
        }
        if (now.isAfter(request.proposedAt().plus(LASTS))) {
            throw Refused.conflict("this was proposed more than " + LASTS.toDays()
                    + " days ago: refuse it, and have it proposed anew if it is still wanted");
        }
        if (book.account(request.proposedBy()).filter(ActRules::isAdministrator).isEmpty()) {
            throw Refused.conflict(request.proposedBy() + ", who proposed this, is no administrator any more");
        }
        rules.check(request.act());
        return takeEffect(
                request,
                request.decided(AdminRequest.State.CONFIRMED, command.user(), now, reason(command.reason()), false),
                ActDecider.SECOND_ADMINISTRATOR,
                now);
    }

    AdminRequest refuse(OfficeCommand.Refuse command, Instant now) {
        administrator(command.user());
        AdminRequest request = pending(command.actId());
        boolean own = request.proposedBy().equals(command.user());
        return keep(request.decided(
                own ? AdminRequest.State.WITHDRAWN : AdminRequest.State.REFUSED,
                command.user(),
                now,
                reason(command.reason()),
                false));
    }

    /** The one way in which an act becomes so: whatever changes is in the public log. */
    private AdminRequest takeEffect(AdminRequest asked, AdminRequest decided, ActDecider by, Instant now) {
        book.publish(new LogFact.ActConfirmed(now, facts.of(asked.act()), by));
        apply(asked.act(), now);
        return keep(decided);
    }

    private AdminRequest keep(AdminRequest request) {
        book.keep(request);
        return request;
    }

    private void administrator(String user) {
        if (book.account(user).filter(ActRules::isAdministrator).isEmpty()) {
            throw Refused.forbidden("this needs the role admin");
        }
    }

    private AdminRequest pending(String actId) {
        AdminRequest request = book.request(actId).orElseThrow(() -> Refused.notFound("there is no such proposal"));
        if (request.state() != AdminRequest.State.PENDING) {
            throw Refused.conflict(
                    "this is decided already: " + request.state().wireName() + " by " + request.decidedBy());
        }
        return request;
    }

    private void apply(AdminAct act, Instant now) {
        switch (act) {
            case AdminAct.CreateOfficer create ->
                book.keep(new Account(
                        create.user(),
                        create.displayName(),
                        create.roles(),
                        create.sender(),
                        secret(create.passwordHash()),
                        create.tokenHashes(),
                        true,
                        now,
                        null,
                        AccountSecurity.NEW.withTemporaryPassword(true)));
            case AdminAct.ChangeOfficer change -> {
                Account before = rules.officer(change.user());
                book.keep(new Account(
                        before.user(),
                        change.displayName(),
                        change.roles(),
                        change.sender(),
                        before.passwordHash(),
                        before.tokenHashes(),
                        change.active(),
                        before.createdAt(),
                        change.active() ? before.duty() : null,
                        before.security().revoked()));
            }
            case AdminAct.NewStart start -> newStart(start.user(), secret(start.passwordHash()));
            case AdminAct.CreateStation create ->
                book.keep(new StationAccount(
                        create.id(),
                        create.name(),
                        create.languages(),
                        create.districts(),
                        secret(create.keyHash()),
                        true,
                        now));
            case AdminAct.ChangeStation change -> {
                StationAccount before = rules.station(change.id());
                book.keep(new StationAccount(
                        before.id(),
                        change.name(),
                        change.languages(),
                        change.districts(),
                        before.keyHash(),
                        change.active(),
                        before.createdAt()));
            }
            case AdminAct.NewStationKey key -> {
                StationAccount before = rules.station(key.id());
                book.keep(new StationAccount(
                        before.id(),
                        before.name(),
                        before.languages(),
                        before.districts(),
                        secret(key.keyHash()),
                        before.active(),
                        before.createdAt()));
            }
            case AdminAct.Permit permit -> {
                // Whoever asked for it looks for the confirmed act.
            }
            case AdminAct.NewSigningKey key -> {
                // Whoever signs looks for the newest confirmed act.
            }
            case AdminAct.TrustFeed feed -> {
                // Whoever reads feeds looks for the confirmed act.
            }
            case AdminAct.DistrustFeed feed -> {
                // And for this one, which ends it.
            }
        }
    }

    /** The telephone that the codes came from is mostly the one on duty: whoever has it now must not be told what waits. */
    private void newStart(String user, String passwordHash) {
        Account before = rules.officer(user);
        book.keep(before.withPasswordHash(passwordHash)
                .withTokenHashes(Set.of())
                .withoutDuty()
                .with(before.security().revoked().with(null).withTemporaryPassword(true)));
    }

    private static String secret(@Nullable String hash) {
        return Objects.requireNonNull(hash, "an act that is not decided has its hashes");
    }

    private static @Nullable String reason(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : cut(reason);
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
