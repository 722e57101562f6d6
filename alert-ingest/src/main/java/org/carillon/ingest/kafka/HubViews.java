package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.TopicReader;
import org.jspecify.annotations.Nullable;

/**
 * What the edge answers from: alerts, their history and reach, and the accounts, as the compacted topics say. One thread reads;
 * every method may be called from any.
 */
public final class HubViews implements AlertViews, OfficeViews, AutoCloseable {
    /** States in which an alert may still be looked at before it goes out: only then are its document and estimate kept. */
    private static final Set<AlertState> OPEN =
            EnumSet.of(AlertState.DRAFT, AlertState.PENDING_APPROVAL, AlertState.RETURNED, AlertState.QUARANTINED);

    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<AlertId, List<HistoryEntry>> history = new ConcurrentHashMap<>();
    private final Map<AlertId, Reach> reach = new ConcurrentHashMap<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, StationAccount> stations = new ConcurrentHashMap<>();
    private final Map<String, AdminRequest> requests = new ConcurrentHashMap<>();
    private final Map<String, Rendition> renditions = new ConcurrentHashMap<>();
    private final Map<AlertId, CapBytes> documents = new ConcurrentHashMap<>();
    private final Map<String, AudienceEstimate> estimates = new ConcurrentHashMap<>();
    private final Object change = new Object();
    private final TopicReader reader;

    /**
     * Starts to read.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     */
    public HubViews(Map<String, String> kafka) {
        reader = new TopicReader.Plan()
                .keep(Topics.ALERTS, this::keepAlert)
                .keep(Topics.REACH, (id, value) -> put(reach, new AlertId(id), value))
                .keep(Topics.ACCOUNTS, (user, account) -> putAndTell(accounts, user, account))
                .keep(Topics.STATIONS, (id, station) -> put(stations, id, station))
                .keep(Topics.ADMIN_ACTS, (id, request) -> putAndTell(requests, id, request))
                .keep(Topics.RENDITIONS, this::keepRendition)
                .keep(Topics.ALERT_HISTORY, (key, entry) -> keepHistory(entry))
                .keep(Topics.CAP_DOCUMENTS, (id, document) -> keepDocument(new AlertId(id), document))
                .keep(Topics.AUDIENCE_ESTIMATES, (path, estimate) -> put(estimates, path, estimate))
                .start(kafka, "ingest-views");
    }

    @Override
    public Optional<Alert> alert(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public Collection<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    @Override
    public List<HistoryEntry> history(AlertId id) {
        return history.getOrDefault(id, List.of());
    }

    @Override
    public Optional<Reach> reach(AlertId id) {
        return Optional.ofNullable(reach.get(id));
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
        awaitChange(() -> {
            AdminRequest shown = requests.get(decided.id());
            return shown != null && (shown.equals(decided) || shown.state() != AdminRequest.State.PENDING);
        });
    }

    @Override
    public void awaitEpoch(String user, long epoch) {
        awaitAccount(user, shown -> shown.security().epoch() >= epoch);
    }

    @Override
    public void awaitAccount(String user, Predicate<Account> wanted) {
        awaitChange(() -> {
            Account shown = accounts.get(user);
            return shown != null && wanted.test(shown);
        });
    }

    @Override
    public Optional<List<Rendition>> renditions(Alert alert) {
        awaitChange(() -> Rendition.digest(known(alert)).equals(alert.content().renditionsDigest()));
        List<Rendition> known = known(alert);
        return Rendition.digest(known).equals(alert.content().renditionsDigest())
                ? Optional.of(known)
                : Optional.empty();
    }

    private List<Rendition> known(Alert alert) {
        String prefix = alert.id() + "/" + alert.version() + '/';
        return renditions.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Optional<byte[]> document(Alert alert) {
        if (!OPEN.contains(alert.state())) {
            return Optional.empty();
        }
        awaitChange(() -> ownDocument(alert).isPresent() || !isOpen(alert.id()));
        return ownDocument(alert).map(CapBytes::toByteArray);
    }

    /** Whether it waits still: of what was decided meanwhile the published document stands in the topic. */
    private boolean isOpen(AlertId id) {
        Alert alert = alerts.get(id);
        return alert == null || OPEN.contains(alert.state());
    }

    /** The document of the version that the alert is, not of one before it. */
    private Optional<CapBytes> ownDocument(Alert alert) {
        String digest = alert.content().documentDigest();
        return Optional.ofNullable(documents.get(alert.id()))
                .filter(document -> digest == null || digest.equals(document.digest()));
    }

    @Override
    public List<AudienceEstimate> estimates(AlertId id, int version) {
        return estimates.values().stream()
                .filter(e -> e.alertId().equals(id) && e.version() == version)
                .toList();
    }

    /** Waits until everything that stood in the topics at the start has been read. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return reader.awaitLoaded(timeout);
    }

    /** Whether all that stood in the topics has been read, and reading goes on. */
    public boolean isLoaded() {
        return reader.isLoaded();
    }

    /**
     * Waits until the view shows at least what a decision said, so that whoever was answered can read it back at once. Gives
     * up silently after a second: the decision stands in any case.
     */
    @Override
    public void awaitShown(Alert decided) {
        awaitChange(() -> shows(decided));
    }

    /** Waits for a second at most. */
    private void awaitChange(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        synchronized (change) {
            while (!done.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    change.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean shows(Alert decided) {
        Alert shown = alerts.get(decided.id());
        return shown != null
                && (shown.equals(decided)
                        || shown.version() > decided.version()
                        || decided.state().next().contains(shown.state()));
    }

    private void keepAlert(String key, @Nullable Alert alert) {
        AlertId id = new AlertId(key);
        synchronized (change) {
            put(alerts, id, alert);
            change.notifyAll();
        }
        if (alert == null || !OPEN.contains(alert.state())) {
            documents.remove(id);
            estimates.values().removeIf(estimate -> estimate.alertId().equals(id));
        }
    }

    private void keepRendition(String path, @Nullable Rendition rendition) {
        putAndTell(renditions, path, rendition);
    }

    private <V> void putAndTell(Map<String, V> map, String key, @Nullable V value) {
        synchronized (change) {
            put(map, key, value);
            change.notifyAll();
        }
    }

    /** A document comes with its alert or before it; one whose alert has long been decided is passed over. */
    private void keepDocument(AlertId id, byte @Nullable [] document) {
        synchronized (change) {
            put(documents, id, document != null && isOpen(id) ? CapBytes.of(document) : null);
            change.notifyAll();
        }
    }

    private void keepHistory(@Nullable HistoryEntry entry) {
        if (entry != null) {
            history.merge(
                    entry.alertId(),
                    List.of(entry),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
