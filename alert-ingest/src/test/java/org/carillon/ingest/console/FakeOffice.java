package org.carillon.ingest.console;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.carillon.ingest.auth.Brake;
import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.OfficeCommands;
import org.carillon.ingest.kafka.OfficeViews;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.DutyNumbers;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.OwnAccounts;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.OfficerSession;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.CodeUse;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.station.StationAccount;
import org.jspecify.annotations.Nullable;

/** Accounts in a map, and as much of the router's decisions as pages show. What the router really decides is tested with it. */
public final class FakeOffice implements OfficeViews, OfficeCommands {
    /** Tests sign in often: what is tested is not how long a hash takes. */
    public static final Secrets SECRETS = new Secrets(new SecureRandom(), new Secrets.Cost(64, 1, 1));

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, StationAccount> stations = new ConcurrentHashMap<>();
    private final Map<String, AdminRequest> requests = new ConcurrentHashMap<>();
    private final Map<SealedContact, E164> contacts = new ConcurrentHashMap<>();
    volatile boolean away;

    /** Everything about accounts, on top of these. */
    public Office desk(OfficeKeys keys, Clock clock) {
        Brake brake = new Brake(clock);
        Passwords passwords = new Passwords(SECRETS, this::account, brake);
        return new Office(
                this,
                passwords,
                new SecondFactors(keys, brake, clock),
                new OwnAccounts(this, this, passwords, SECRETS, keys, clock),
                new Acts(this, this, passwords, SECRETS, clock, act -> {}),
                new DutyNumbers(this::seal, this::open));
    }

    /** Not a cipher: what is sealed stands in a map. */
    public SealedContact seal(E164 number) {
        SealedContact contact = SealedContact.of("duty" + (1000 + contacts.size()));
        contacts.put(contact, number);
        return contact;
    }

    public E164 open(SealedContact contact) {
        return Objects.requireNonNull(contacts.get(contact));
    }

    public void put(Account account) {
        accounts.put(account.user(), account);
    }

    public void put(StationAccount station) {
        stations.put(station.id(), station);
    }

    @Override
    public synchronized Optional<OfficeDecision> ask(OfficeCommand command) {
        if (away) {
            throw ProblemException.unavailable("Kafka did not acknowledge the command.");
        }
        return Optional.of(
                switch (command) {
                    case OfficeCommand.Own own -> own(own);
                    case OfficeCommand.Recover recover ->
                        kept(
                                recover,
                                AdminRequest.pending(
                                                recover.actId(),
                                                new AdminAct.RecoverOfficer(recover.officer(), recover.passwordHash()),
                                                recover.reason(),
                                                recover.user(),
                                                recover.at())
                                        .decided(
                                                AdminRequest.State.CONFIRMED,
                                                recover.user(),
                                                recover.at(),
                                                null,
                                                true));
                    case OfficeCommand.Propose propose -> kept(command, proposed(propose));
                    case OfficeCommand.Confirm confirm -> confirm(confirm);
                    case OfficeCommand.Refuse refuse ->
                        kept(
                                command,
                                request(refuse.actId())
                                        .orElseThrow()
                                        .decided(
                                                AdminRequest.State.REFUSED,
                                                refuse.user(),
                                                refuse.at(),
                                                refuse.reason(),
                                                false));
                });
    }

    private static AdminRequest proposed(OfficeCommand.Propose propose) {
        AdminRequest request =
                AdminRequest.pending(propose.actId(), propose.act(), propose.reason(), propose.user(), propose.at());
        return propose.act() instanceof AdminAct.DistrustFeed
                ? request.decided(AdminRequest.State.CONFIRMED, propose.user(), propose.at(), null, true)
                : request;
    }

    private OfficeDecision confirm(OfficeCommand.Confirm command) {
        AdminRequest request = request(command.actId()).orElseThrow();
        if (request.proposedBy().equals(command.user())) {
            return new OfficeDecision.Refused(command.commandId(), Refusal.FORBIDDEN, "you proposed this yourself");
        }
        if (request.act() instanceof AdminAct.ChangeOfficer change) {
            Account before = account(change.user()).orElseThrow();
            put(new Account(
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
        return kept(
                command,
                request.decided(AdminRequest.State.CONFIRMED, command.user(), command.at(), command.reason(), false));
    }

    private OfficeDecision kept(OfficeCommand command, AdminRequest request) {
        requests.put(request.id(), request);
        return new OfficeDecision.Done(command.commandId(), 0, request);
    }

    private OfficeDecision own(OfficeCommand.Own command) {
        Account account = account(command.user()).orElseThrow();
        AccountSecurity security = account.security();
        @Nullable
        AccountSecurity next = switch (command) {
            case OfficeCommand.SignIn in -> {
                AccountSecurity used = in.code() == null ? security : used(security, in.code());
                yield used == null ? null : withSession(used, in.sessionId(), in.at(), in.until(), false);
            }
            case OfficeCommand.UseCode use -> used(security, use.code());
            case OfficeCommand.EndSession end ->
                withSession(security, end.sessionId(), end.at(), end.at().plusSeconds(86_400), true);
            case OfficeCommand.EndAllSessions all -> security.revoked();
            case OfficeCommand.ChangePassword change -> security.revoked().withTemporaryPassword(false);
            case OfficeCommand.SetSecondFactor set ->
                security.revoked()
                        .with(new SecondFactor(set.sealedSecret(), set.step(), set.recoveryHashes(), set.at()));
            case OfficeCommand.SetRecoveryCodes set -> security;
            case OfficeCommand.SetToken set -> security;
            case OfficeCommand.SetDuty set -> security;
        };
        if (next == null) {
            return new OfficeDecision.Refused(command.commandId(), Refusal.CONFLICT, "this code has been used");
        }
        Account changed = account.with(next);
        if (command instanceof OfficeCommand.ChangePassword change) {
            changed = changed.withPasswordHash(change.passwordHash());
        }
        if (command instanceof OfficeCommand.SetToken set) {
            changed = changed.withTokenHashes(set.tokenHash() == null ? Set.of() : Set.of(set.tokenHash()));
        }
        if (command instanceof OfficeCommand.SetDuty set) {
            changed = changed.with(set.duty());
        }
        put(changed);
        return new OfficeDecision.Done(command.commandId(), next.epoch(), null);
    }

    private static @Nullable AccountSecurity used(AccountSecurity security, CodeUse code) {
        SecondFactor factor = security.secondFactor();
        if (factor == null) {
            return null;
        }
        Long step = code.step();
        if (step != null) {
            return step <= factor.lastStep()
                    ? null
                    : security.with(
                            new SecondFactor(factor.sealedSecret(), step, factor.recoveryHashes(), factor.since()));
        }
        Set<String> left = new HashSet<>(factor.recoveryHashes());
        return left.remove(code.recoveryHash())
                ? security.with(new SecondFactor(factor.sealedSecret(), factor.lastStep(), left, factor.since()))
                : null;
    }

    private static AccountSecurity withSession(
            AccountSecurity security, String id, Instant at, Instant until, boolean ended) {
        List<OfficerSession> sessions = new ArrayList<>(security.sessions());
        sessions.removeIf(session -> session.id().equals(id));
        sessions.add(new OfficerSession(id, at, until, ended));
        return security.withSessions(sessions);
    }

    @Override
    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public Collection<StationAccount> stations() {
        return List.copyOf(stations.values());
    }

    @Override
    public Collection<AdminRequest> requests() {
        return List.copyOf(requests.values());
    }

    @Override
    public Optional<AdminRequest> request(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public void awaitShown(AdminRequest decided) {
        // It is shown.
    }

    @Override
    public void awaitAccount(String user, Predicate<Account> wanted) {
        // It is shown.
    }

    @Override
    public void awaitEpoch(String user, long epoch) {
        // It is shown.
    }
}
