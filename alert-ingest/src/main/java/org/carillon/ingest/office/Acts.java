package org.carillon.ingest.office;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.kafka.OfficeCommands;
import org.carillon.ingest.kafka.OfficeViews;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.jspecify.annotations.Nullable;

/** Proposes administrative acts and decides about those that others have proposed. Safe for threads. */
public final class Acts {
    private final OfficeAsk ask;
    private final OfficeViews views;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Consumer<AdminAct> possible;

    /**
     * Over these.
     *
     * @param possible throws where an act cannot be confirmed for a reason that the router does not know
     */
    public Acts(
            OfficeCommands commands,
            OfficeViews views,
            Passwords passwords,
            Secrets secrets,
            Clock clock,
            Consumer<AdminAct> possible) {
        this.ask = new OfficeAsk(commands, clock);
        this.views = views;
        this.passwords = passwords;
        this.secrets = secrets;
        this.possible = possible;
    }

    /**
     * A proposal, and what is shown once: it is good from the confirmation on.
     *
     * @param password temporary, of an officer; or null
     * @param token of an officer, or key of a station; or null
     */
    public record Proposed(
            AdminRequest request,
            @Nullable String password,
            @Nullable String token) {
        @Override
        public String toString() {
            return "Proposed[" + request.id() + ']';
        }
    }

    public Proposed createOfficer(
            String by, String reason, String user, String displayName, Set<Role> roles, String sender) {
        String password = secrets.newPassword();
        String token = secrets.newToken();
        AdminAct act = new AdminAct.CreateOfficer(
                user, displayName, roles, sender, passwords.hash(password), Set.of(Secrets.tokenHash(token)));
        return new Proposed(propose(by, reason, act), password, token);
    }

    public Proposed resetOfficer(String by, String reason, String user) {
        String password = secrets.newPassword();
        return new Proposed(
                propose(by, reason, new AdminAct.ResetOfficer(user, passwords.hash(password))), password, null);
    }

    public Proposed createStation(
            String by, String reason, String id, String name, List<String> languages, List<String> districts) {
        String key = secrets.newToken();
        AdminAct act = new AdminAct.CreateStation(id, name, languages, districts, Secrets.tokenHash(key));
        return new Proposed(propose(by, reason, act), null, key);
    }

    public Proposed newStationKey(String by, String reason, String id) {
        String key = secrets.newToken();
        return new Proposed(propose(by, reason, new AdminAct.NewStationKey(id, Secrets.tokenHash(key))), null, key);
    }

    /** Any act that has no secret of its own. */
    public AdminRequest propose(String by, String reason, AdminAct act) {
        String actId = UUID.randomUUID().toString();
        return shown(ask.done((id, at) -> new OfficeCommand.Propose(id, at, by, actId, act, reason))
                .request());
    }

    public AdminRequest confirm(String by, String actId, @Nullable String reason) {
        views.request(actId).map(AdminRequest::act).ifPresent(possible);
        return shown(ask.done((id, at) -> new OfficeCommand.Confirm(id, at, by, actId, reason))
                .request());
    }

    public AdminRequest refuse(String by, String actId, @Nullable String reason) {
        return shown(ask.done((id, at) -> new OfficeCommand.Refuse(id, at, by, actId, reason))
                .request());
    }

    /** Acts that wait for a second person, the oldest first. */
    public List<AdminRequest> pending() {
        return views.requests().stream()
                .filter(request -> request.state() == AdminRequest.State.PENDING)
                .sorted(Comparator.comparing(AdminRequest::proposedAt))
                .toList();
    }

    /** Acts that are decided, the newest first. */
    public List<AdminRequest> decided() {
        return views.requests().stream()
                .filter(request -> request.state() != AdminRequest.State.PENDING)
                .sorted(Comparator.comparing(AdminRequest::proposedAt).reversed())
                .toList();
    }

    private AdminRequest shown(@Nullable AdminRequest request) {
        if (request == null) {
            throw new IllegalStateException("a decision about an act holds the act");
        }
        views.awaitShown(request);
        return request;
    }
}
