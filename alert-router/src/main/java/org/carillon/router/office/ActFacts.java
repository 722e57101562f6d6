package org.carillon.router.office;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.LoggedAct.Change;
import org.jspecify.annotations.Nullable;

/**
 * What the public log says of an act that is about to take effect. Each fact is named here one by one: an officer's name, a hash or an
 * address with a token in it must not become public because it stands in an act.
 */
final class ActFacts {
    private final ActRules rules;

    ActFacts(ActRules rules) {
        this.rules = rules;
    }

    LoggedAct of(AdminAct act) {
        return switch (act) {
            case AdminAct.CreateOfficer create ->
                new LoggedAct.Officer(Change.OPENED, List.of(), sorted(create.roles()));
            case AdminAct.ChangeOfficer change -> officer(rules.officer(change.user()), change);
            case AdminAct.NewStart start -> {
                List<Role> roles = rights(rules.officer(start.user()));
                yield new LoggedAct.Officer(Change.NEW_START, roles, roles);
            }
            case AdminAct.CreateStation create ->
                new LoggedAct.Station(
                        Change.OPENED, create.id(), create.name(), create.languages(), create.districts());
            case AdminAct.ChangeStation change ->
                new LoggedAct.Station(
                        change(rules.station(change.id()).active(), change.active()),
                        change.id(),
                        change.name(),
                        change.languages(),
                        change.districts());
            case AdminAct.NewStationKey key -> {
                StationAccount station = rules.station(key.id());
                yield new LoggedAct.Station(
                        Change.NEW_KEY, station.id(), station.name(), station.languages(), station.districts());
            }
            case AdminAct.NewSigningKey key -> new LoggedAct.SigningKey(key.fingerprint(), key.former());
            case AdminAct.TrustFeed feed -> new LoggedAct.TrustedFeed(feed.feed(), host(feed.url()), feed.senders());
            case AdminAct.DistrustFeed feed ->
                new LoggedAct.DistrustedFeed(feed.feed(), host(feed.url()), feed.senders());
            case AdminAct.Permit permit -> new LoggedAct.Permit(permit.kind(), publicSubject(permit));
        };
    }

    private static LoggedAct officer(Account before, AdminAct.ChangeOfficer change) {
        return new LoggedAct.Officer(
                change(before.active(), change.active()),
                rights(before),
                change.active() ? sorted(change.roles()) : List.of());
    }

    private static Change change(boolean activeBefore, boolean active) {
        if (activeBefore == active) {
            return Change.CHANGED;
        }
        return active ? Change.OPENED : Change.CLOSED;
    }

    private static List<Role> rights(Account account) {
        return account.active() ? sorted(account.roles()) : List.of();
    }

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static @Nullable String publicSubject(AdminAct.Permit permit) {
        return permit.kind().equals(AdminAct.Permit.IMPORT) ? permit.subject() : null;
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
