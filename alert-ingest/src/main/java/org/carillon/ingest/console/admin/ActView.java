package org.carillon.ingest.console.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.console.page.Texts;
import org.carillon.ingest.kafka.OfficeViews;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;

/**
 * An act as people read it.
 *
 * @param title what it does
 * @param facts what would be so; of a change also what is so now
 */
public record ActView(AdminRequest request, String title, List<Fact> facts) {
    public ActView {
        facts = List.copyOf(facts);
    }

    /** Whether the operator did it at the machine: no second person has looked at it. */
    public boolean byOperator() {
        return request.act() instanceof AdminAct.RecoverOfficer;
    }

    /**
     * One fact.
     *
     * @param now what is so before the act, or empty where that is not known or the same
     */
    public record Fact(String name, String value, String now) {}

    /** Reads acts with what is so now beside them. */
    static final class Reader {
        private final OfficeViews views;
        private final Texts texts;

        Reader(OfficeViews views, Texts texts) {
            this.views = views;
            this.texts = texts;
        }

        ActView read(AdminRequest request) {
            AdminAct act = request.act();
            String title = texts.t("acts.kind." + kind(act), "subject", act.subject());
            return new ActView(
                    request, title, request.state() == AdminRequest.State.PENDING ? compared(act) : facts(act));
        }

        private static String kind(AdminAct act) {
            return switch (act) {
                case AdminAct.CreateOfficer create -> "create-officer";
                case AdminAct.ChangeOfficer change when !change.active() -> "close-officer";
                case AdminAct.ChangeOfficer change -> "change-officer";
                case AdminAct.ResetOfficer reset -> "reset-officer";
                case AdminAct.RecoverOfficer recover -> "recover-officer";
                case AdminAct.CreateStation create -> "create-station";
                case AdminAct.ChangeStation change when !change.active() -> "close-station";
                case AdminAct.ChangeStation change -> "change-station";
                case AdminAct.NewStationKey key -> "new-station-key";
                case AdminAct.NewSigningKey key -> "new-signing-key";
                case AdminAct.TrustFeed feed -> "trust-feed";
                case AdminAct.DistrustFeed feed -> "distrust-feed";
                case AdminAct.Permit permit -> permit.kind().equals(AdminAct.Permit.IMPORT) ? "import" : "permit";
            };
        }

        private List<Fact> compared(AdminAct act) {
            List<Fact> before = switch (act) {
                case AdminAct.ChangeOfficer change ->
                    views.account(change.user()).map(this::facts).orElse(List.of());
                case AdminAct.ChangeStation change ->
                    station(change.id()).map(this::facts).orElse(List.of());
                case AdminAct.CreateOfficer create -> List.of();
                case AdminAct.NewStart start -> List.of();
                case AdminAct.CreateStation create -> List.of();
                case AdminAct.NewStationKey key -> List.of();
                case AdminAct.NewSigningKey key -> List.of();
                case AdminAct.TrustFeed feed -> List.of();
                case AdminAct.DistrustFeed feed -> List.of();
                case AdminAct.Permit permit -> List.of();
            };
            List<Fact> facts = new ArrayList<>();
            for (Fact fact : facts(act)) {
                String now = before.stream()
                        .filter(b -> b.name().equals(fact.name()) && !b.value().equals(fact.value()))
                        .map(Fact::value)
                        .findFirst()
                        .orElse("");
                facts.add(new Fact(fact.name(), fact.value(), now));
            }
            return facts;
        }

        private List<Fact> facts(AdminAct act) {
            return switch (act) {
                case AdminAct.CreateOfficer create ->
                    officer(create.displayName(), create.roles(), create.sender(), true);
                case AdminAct.ChangeOfficer change ->
                    officer(change.displayName(), change.roles(), change.sender(), change.active());
                case AdminAct.NewStart start -> List.of();
                case AdminAct.CreateStation create ->
                    station(create.name(), create.languages(), create.districts(), true);
                case AdminAct.ChangeStation change ->
                    station(change.name(), change.languages(), change.districts(), change.active());
                case AdminAct.NewStationKey key -> List.of();
                case AdminAct.NewSigningKey key ->
                    List.of(fact("fingerprint", key.fingerprint()), fact("former", key.former()));
                case AdminAct.TrustFeed feed ->
                    List.of(
                            fact("url", feed.url()),
                            fact("senders", joined(feed.senders())),
                            fact("digest", feed.digest()));
                case AdminAct.DistrustFeed feed ->
                    List.of(fact("url", feed.url()), fact("senders", joined(feed.senders())));
                case AdminAct.Permit permit ->
                    List.of(fact("permit-kind", permit.kind()), fact("digest", permit.digest()));
            };
        }

        private List<Fact> facts(Account account) {
            return officer(account.displayName(), account.roles(), account.sender(), account.active());
        }

        private List<Fact> facts(StationAccount station) {
            return station(station.name(), station.languages(), station.districts(), station.active());
        }

        private List<Fact> officer(String name, Set<Role> roles, String sender, boolean active) {
            return List.of(
                    fact("name", name),
                    fact("roles", roles(roles)),
                    fact("sender", sender),
                    fact("open", open(active)));
        }

        private List<Fact> station(String name, List<String> languages, List<String> districts, boolean active) {
            return List.of(
                    fact("name", name),
                    fact("languages", joined(languages)),
                    fact("districts", districts.isEmpty() ? texts.t("acts.all-districts") : joined(districts)),
                    fact("open", open(active)));
        }

        private Optional<StationAccount> station(String id) {
            return views.stations().stream().filter(s -> s.id().equals(id)).findFirst();
        }

        private Fact fact(String key, String value) {
            return new Fact(texts.t("acts.fact." + key), value, "");
        }

        private String open(boolean active) {
            return texts.t(active ? "acts.yes" : "acts.no");
        }

        String roles(Set<Role> roles) {
            return texts.listed(roles.stream()
                    .map(role -> texts.t("officers.role." + role.name().toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList());
        }

        private String joined(Collection<String> values) {
            return texts.listed(values.stream().sorted().toList());
        }
    }
}
