package org.carillon.simulator.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All messages in memory, made from journal entries only. Not safe for use by several threads: it belongs to the
 * event loop once the journal has been read.
 */
public final class MessageBook {
    /** So many texts are shared between messages that carry the same one; an alert to a million is one text. */
    private static final int SHARED_TEXTS = 1024;

    private final List<Kept> all = new ArrayList<>();
    private final Map<String, Integer> bySid = new HashMap<>();
    private final Map<String, List<Integer>> byPhone = new HashMap<>();
    private final Tally tally = new Tally();
    private final Map<String, String> texts = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SHARED_TEXTS;
        }
    };

    /** Takes in one entry; what it says of unknown messages is ignored. */
    public void apply(Entry entry) {
        switch (entry) {
            case Entry.Recorded recorded -> add(shared(recorded.message()));
            case Entry.Moved moved -> move(moved);
            case Entry.Redacted redacted -> strip(redacted.sid(), Standing.Copy.REDACTED, redacted.at());
            case Entry.Deleted deleted -> strip(deleted.sid(), Standing.Copy.DELETED, deleted.at());
            case Entry.Refused refused -> tally.refused();
        }
    }

    /** The message of this name, also when the provider's copy is deleted. */
    public Optional<Kept> find(String sid) {
        Integer seq = bySid.get(sid);
        return seq == null ? Optional.empty() : Optional.of(all.get(seq));
    }

    /** Everything, newest first. */
    public Stream<Kept> newestFirst() {
        return IntStream.iterate(all.size() - 1, seq -> seq >= 0, seq -> seq - 1)
                .mapToObj(all::get);
    }

    /** What one phone sent and got, newest first. */
    public Stream<Kept> newestFirst(String phone) {
        return byPhone.getOrDefault(phone, List.of()).reversed().stream().map(all::get);
    }

    /** What one phone sent and got, oldest first. */
    public List<Kept> conversation(String phone) {
        return byPhone.getOrDefault(phone, List.of()).stream().map(all::get).toList();
    }

    /** Outbound messages whose last status has not been announced, oldest first. */
    public List<Kept> unfinished() {
        return all.stream().filter(kept -> !kept.standing().status().isFinal()).toList();
    }

    /** The counts at this moment. */
    public Stats stats(Instant now) {
        return tally.stats(now);
    }

    private void add(Message message) {
        int seq = all.size();
        all.add(new Kept(seq, message, Standing.first(message)));
        bySid.put(message.sid(), seq);
        byPhone.computeIfAbsent(message.phone(), phone -> new ArrayList<>(4)).add(seq);
        if (message.direction() == Direction.OUTBOUND_API) {
            tally.accepted(message);
        }
    }

    private void move(Entry.Moved moved) {
        find(moved.sid()).ifPresent(kept -> {
            Standing next = kept.standing().moved(moved.status(), moved.errorCode(), moved.at());
            if (next.status() == Status.UNDELIVERED
                    && next.status() != kept.standing().status()) {
                tally.undelivered(kept.message());
            }
            all.set(kept.seq(), new Kept(kept.seq(), kept.message(), next));
        });
    }

    private void strip(String sid, Standing.Copy left, Instant at) {
        find(sid)
                .ifPresent(kept -> all.set(
                        kept.seq(),
                        new Kept(kept.seq(), kept.message(), kept.standing().with(left, at))));
    }

    private Message shared(Message m) {
        String body = texts.computeIfAbsent(m.body(), text -> text);
        return new Message(
                m.sid(),
                m.direction(),
                m.from(),
                m.to(),
                body,
                m.parts(),
                m.encoding(),
                m.at(),
                m.statusCallback(),
                m.messagingService(),
                m.failsWith());
    }
}
