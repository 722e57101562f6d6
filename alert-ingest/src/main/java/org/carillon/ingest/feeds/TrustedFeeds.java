package org.carillon.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.ingest.compose.Digests;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;

/**
 * Feeds whose alerts may go out without a second person: that takes two administrators, once for each time a feed is set so. Until the
 * second one has confirmed it, and where it is refused, every alert of the feed waits for approval.
 */
final class TrustedFeeds {
    /** The kind of permit by which this was agreed to before it was an act of its own. */
    private static final String BEFORE = "trusted-feed";

    private final Acts acts;

    TrustedFeeds(Acts acts) {
        this.acts = acts;
    }

    /** Whether two administrators have agreed to exactly this, and nobody has ended it. */
    boolean isConfirmed(Feed feed) {
        return feed.trusted()
                && matching(acts.decided().stream(), feed)
                        .anyMatch(request -> request.state() == AdminRequest.State.CONFIRMED)
                && !isEnded(digest(feed));
    }

    private boolean isEnded(String digest) {
        return acts.decided().stream()
                .anyMatch(request -> request.act() instanceof AdminAct.DistrustFeed ended
                        && ended.digest().equals(digest));
    }

    /** The proposal that waits for the second administrator. */
    Optional<AdminRequest> pending(Feed feed) {
        return feed.trusted() ? matching(acts.pending().stream(), feed).findFirst() : Optional.empty();
    }

    AdminRequest propose(Feed feed, String reason) {
        return acts.propose(
                feed.setBy(), reason, new AdminAct.TrustFeed(feed.name(), feed.url(), feed.senders(), digest(feed)));
    }

    /** Ends at once what was agreed to, where it was: the feed is about to be set anew. */
    void end(Feed feed, String user) {
        if (isConfirmed(feed)) {
            acts.propose(
                    user,
                    "The feed was set anew.",
                    new AdminAct.DistrustFeed(feed.name(), feed.url(), feed.senders(), digest(feed)));
        }
    }

    private static Stream<AdminRequest> matching(Stream<AdminRequest> requests, Feed feed) {
        String digest = digest(feed);
        return requests.filter(request -> allows(request.act(), digest));
    }

    private static boolean allows(AdminAct act, String digest) {
        return (act instanceof AdminAct.TrustFeed trust && trust.digest().equals(digest))
                || (act instanceof AdminAct.Permit permit
                        && permit.kind().equals(BEFORE)
                        && permit.digest().equals(digest));
    }

    /** Of all that decides what may come by the feed, and of when it was set: what was agreed to once is not agreed to for ever. */
    private static String digest(Feed feed) {
        return Digests.sha256(
                feed.name().getBytes(StandardCharsets.UTF_8),
                feed.url(),
                String.join(" ", feed.senders()),
                feed.lenient() ? "lenient" : "strict",
                String.valueOf(feed.purpose()),
                String.valueOf(feed.topic()),
                feed.setBy(),
                feed.setAt().toString());
    }
}
