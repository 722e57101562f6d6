package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.command.AlertCommand;
import org.jspecify.annotations.Nullable;

/** The book as one decision leaves it: what it changed is read back, and becomes real only if the decision is not a refusal. */
final class Changes {
    private final AlertBook book;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<AlertId, AlertRecord> alerts = new LinkedHashMap<>();
    private final Map<List<String>, NamedAlerts> names = new HashMap<>();
    private AlertCommand.@Nullable Signed signed;

    Changes(AlertBook book, Instant now) {
        this.book = book;
        this.now = now;
    }

    List<Account> officers() {
        return book.officers();
    }

    Instant now() {
        return now;
    }

    Optional<AlertRecord> find(AlertId id) {
        AlertRecord changed = alerts.get(id);
        return changed == null ? book.find(id) : Optional.of(changed);
    }

    /** As it stood before the decision. */
    Optional<AlertRecord> before(AlertId id) {
        return book.find(id);
    }

    /** The alerts that the decision has changed, as they are now. */
    Collection<AlertRecord> changed() {
        return List.copyOf(alerts.values());
    }

    NamedAlerts named(String sender, String identifier) {
        NamedAlerts changed = names.get(List.of(sender, identifier));
        return changed == null ? book.named(sender, identifier) : changed;
    }

    /** Keeps the signed document that came with the command, in case it issues. */
    void carry(AlertCommand.Signed command) {
        signed = command;
    }

    Optional<AlertCommand.Signed> signed() {
        return Optional.ofNullable(signed);
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void name(String sender, String identifier, NamedAlerts named) {
        if (!named.equals(named(sender, identifier))) {
            names.put(List.of(sender, identifier), named);
            add(new Effect.Name(sender, identifier, named));
        }
    }

    /** Keeps an alert and writes its history. */
    AlertRecord keep(AlertRecord next, @Nullable AlertState from, String who, String what, @Nullable String reason) {
        alerts.put(next.id(), next);
        Alert alert = next.alert();
        add(new Effect.Keep(next));
        add(new Effect.Log(new HistoryEntry(alert.id(), alert.version(), now, who, what, reason, from, alert.state())));
        return next;
    }

    List<Effect> effects() {
        return effects;
    }
}
