package org.carillon.ingest.feeds;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.Commands;
import org.carillon.ingest.kafka.FeedStore;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.OfficeApi;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.office.AdminRequest;

/** Feeds in: asks those that administrators have added, and lets administrators add them. */
public final class FeedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_FEEDS = 64;

    private final FeedStore store;
    private final FeedForm form;
    private final TrustedFeeds trusted;
    private final FeedSchedule schedule;
    private final Clock clock;

    /**
     * Makes one; it asks nobody before {@link #start}.
     *
     * @param insecure feeds by plain http and at private addresses as well: for tests and the demo only
     */
    public FeedService(
            CityPack city,
            FeedStore store,
            Submissions submissions,
            Commands router,
            Acts acts,
            boolean insecure,
            Clock clock) {
        EndpointGuard guard = new EndpointGuard(insecure);
        this.store = store;
        this.clock = clock;
        form = new FeedForm(city, guard);
        trusted = new TrustedFeeds(acts);
        FeedIntake intake = new FeedIntake(submissions, router, trusted, clock);
        schedule =
                new FeedSchedule(store, new FeedPoll(store, new HttpFetching(guard, PATIENCE), intake, clock), clock);
    }

    /** Begins to ask feeds, whenever the hub is ready for what they bring. */
    public void start(BooleanSupplier ready) {
        schedule.start(ready);
    }

    /** The operations of the OpenAPI file that are about feeds. */
    public Map<String, Operation> operations() {
        return Map.of("listFeeds", this::list, "setFeed", this::set);
    }

    private ApiResponse list(ApiRequest request) {
        if (request.actor().roles().isEmpty()) {
            throw ProblemException.forbidden("Feeds are shown to officers.");
        }
        return ApiResponse.ok(
                Map.of("feeds", store.feeds().stream().map(this::resource).toList()));
    }

    private ApiResponse set(ApiRequest request) {
        if (!request.actor().hasAny(Role.ADMIN)) {
            throw ProblemException.forbidden("Adding or changing a feed needs the role "
                    + Role.ADMIN.name().toLowerCase(Locale.ROOT) + ".");
        }
        FeedForm.Sent sent = form.read(request.body(), request.actor().user(), clock.instant());
        Feed feed = sent.feed();
        Optional<Feed> before = store.feeds().stream()
                .filter(other -> other.name().equals(feed.name()))
                .findFirst();
        if (before.isEmpty() && store.feeds().size() >= MOST_FEEDS) {
            throw ProblemException.conflict("There are " + MOST_FEEDS + " feeds already: change one of them.");
        }
        if (feed.trusted() && feed.active()) {
            // First: where it may not even be proposed, nothing changes.
            AdminRequest act = trusted.propose(feed, sent.reason());
            replace(before, feed);
            return ApiResponse.accepted(OfficeApi.ACTS + act.id(), resource(feed));
        }
        replace(before, feed);
        return before.isPresent()
                ? ApiResponse.ok(resource(feed))
                : ApiResponse.created("/api/v1/feeds", resource(feed));
    }

    /** First the end of what was agreed to, which is public: if the rest fails, the feed is trusted too little and not too much. */
    private void replace(Optional<Feed> before, Feed feed) {
        before.ifPresent(former -> trusted.end(former, feed.setBy()));
        store.keep(feed);
    }

    private FeedResource resource(Feed feed) {
        return FeedResource.of(
                feed,
                trusted.isConfirmed(feed),
                trusted.pending(feed).map(AdminRequest::id),
                store.state(feed.name()).filter(state -> state.url().equals(feed.url())),
                store.items(feed.name()));
    }

    @Override
    public void close() {
        schedule.close();
    }
}
