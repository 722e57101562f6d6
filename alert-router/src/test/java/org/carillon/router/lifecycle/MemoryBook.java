package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.transparency.LogFact;

/** A book in memory that takes each verdict's effects, and a clock that is set by hand. */
final class MemoryBook implements AlertBook {
    private final Map<AlertId, AlertRecord> alerts = new HashMap<>();
    private final Map<List<String>, NamedAlerts> names = new HashMap<>();
    private final Map<String, Decision> answers = new HashMap<>();
    private final AlertLifecycle lifecycle;
    private final List<Account> officers = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = Alerts.NOON;

    MemoryBook() {
        this(LifecyclePolicy.DEFAULT);
    }

    MemoryBook(LifecyclePolicy policy) {
        lifecycle = new AlertLifecycle(this, policy);
    }

    void add(Account officer) {
        officers.removeIf(known -> known.user().equals(officer.user()));
        officers.add(officer);
    }

    @Override
    public List<Account> officers() {
        return List.copyOf(officers);
    }

    @Override
    public Optional<AlertRecord> find(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public NamedAlerts named(String sender, String identifier) {
        return names.getOrDefault(List.of(sender, identifier), NamedAlerts.NONE);
    }

    @Override
    public Optional<Decision> answered(String commandId) {
        return Optional.ofNullable(answers.get(commandId));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Decision give(AlertCommand command) {
        Verdict verdict = lifecycle.decide(command, now);
        take(verdict.effects());
        answers.putIfAbsent(command.commandId(), verdict.decision());
        return verdict.decision();
    }

    Decision.Done done(AlertCommand command) {
        Decision decision = give(command);
        if (decision instanceof Decision.Done done) {
            return done;
        }
        throw new AssertionError("refused: " + decision);
    }

    Decision.Refused refused(AlertCommand command) {
        Decision decision = give(command);
        if (decision instanceof Decision.Refused refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + decision);
    }

    /** The clock has come to where something about the alert may be due. */
    void due(AlertId id) {
        take(lifecycle.due(id, now));
    }

    AlertRecord record(AlertId id) {
        return find(id).orElseThrow();
    }

    /** The effects since it was last asked. */
    List<Effect> effects() {
        List<Effect> since = List.copyOf(effects);
        effects.clear();
        return since;
    }

    static List<AudienceQuery> queries(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Ask.class::isInstance)
                .map(effect -> ((Effect.Ask) effect).query())
                .toList();
    }

    static List<GateEntry> gate(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.PutGate.class::isInstance)
                .map(effect -> ((Effect.PutGate) effect).entry())
                .toList();
    }

    static List<LogFact> facts(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).fact())
                .toList();
    }

    static List<HistoryEntry> history(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Log.class::isInstance)
                .map(effect -> ((Effect.Log) effect).entry())
                .toList();
    }

    static List<Reply> notices(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Tell.class::isInstance)
                .map(effect -> ((Effect.Tell) effect).notice())
                .toList();
    }

    private void take(List<Effect> taken) {
        effects.addAll(taken);
        for (Effect effect : taken) {
            if (effect instanceof Effect.Keep keep) {
                alerts.put(keep.alert().id(), keep.alert());
            } else if (effect instanceof Effect.Name name) {
                names.put(List.of(name.sender(), name.identifier()), name.names());
            }
        }
    }
}
