package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.jspecify.annotations.Nullable;

/** The life cycle once more, as short as it can be said: messages of one sender by number, sent in the order of their numbers. */
final class ReferenceModel {
    private static final List<AlertState> OPEN =
            List.of(AlertState.PENDING_APPROVAL, AlertState.RETURNED, AlertState.ISSUED);

    final Map<Integer, Message> messages = new TreeMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private boolean over;

    /** That {@code by} ended {@code about}, which it named so many seconds off, before that was here. */
    record Mark(int by, int about, AlertState state, int skew) {}

    /** One message as it stands. */
    static final class Message {
        final int number;
        final int about;
        final int skew;
        final MsgType type;
        boolean issued;
        AlertState state = AlertState.DRAFT;

        @Nullable
        Integer endedBy;

        Instant endedAt = Instant.MAX;
        Instant submittedAt = Instant.MIN;
        SequencedSet<Integer> before = new LinkedHashSet<>();

        Message(int number, MsgType type, int about, int skew) {
            this.number = number;
            this.type = type;
            this.about = about;
            this.skew = skew;
        }

        void endEarly(Mark mark, Instant now) {
            state = mark.state();
            endedBy = mark.by();
            endedAt = now;
        }
    }

    boolean submit(int number, MsgType type, int about, int skew, boolean correction, Instant now) {
        Message m = new Message(number, type, about, skew);
        boolean selfOnly = type == MsgType.CANCEL && about == number;
        if (messages.containsKey(number) || selfOnly || (over && type != MsgType.CANCEL)) {
            return false;
        }
        SequencedSet<Integer> found = chain(m);
        m.before = found;
        m.submittedAt = now;
        Mark mark = correction || type != MsgType.CANCEL ? mark(number) : null;
        if (mark != null) {
            m.endEarly(mark, now);
        } else if (correction && found.stream().noneMatch(this::inForce)) {
            return false;
        } else if (!correction && type == MsgType.CANCEL && isCancelled(found)) {
            return false;
        } else if (type == MsgType.CANCEL) {
            issue(m, now);
        } else {
            m.state = AlertState.PENDING_APPROVAL;
        }
        messages.put(number, m);
        return true;
    }

    boolean approve(int number, Instant now) {
        Message m = messages.get(number);
        if (m == null || over || m.state != AlertState.PENDING_APPROVAL) {
            return false;
        }
        boolean overtaken = m.type == MsgType.UPDATE
                && chain(m).stream()
                        .map(this::get)
                        .anyMatch(b -> b.state == AlertState.CANCELLED && !b.endedAt.isBefore(m.submittedAt));
        if (!overtaken) {
            issue(m, now);
        }
        return !overtaken;
    }

    boolean reject(int number) {
        return step(number, List.of(AlertState.PENDING_APPROVAL, AlertState.RETURNED), AlertState.REJECTED);
    }

    boolean giveBack(int number) {
        return step(number, List.of(AlertState.PENDING_APPROVAL), AlertState.RETURNED);
    }

    boolean submitAgain(int number, Instant now) {
        Message m = messages.get(number);
        Mark mark = mark(number);
        if (over || !step(number, List.of(AlertState.RETURNED), AlertState.PENDING_APPROVAL) || m == null) {
            return false;
        }
        m.submittedAt = now;
        if (mark != null) {
            m.endEarly(mark, now);
        }
        return true;
    }

    void expire() {
        over = true;
        messages.values().stream().filter(m -> OPEN.contains(m.state)).forEach(m -> m.state = AlertState.EXPIRED);
    }

    private void issue(Message m, Instant now) {
        AlertState ending = m.type == MsgType.CANCEL ? AlertState.CANCELLED : AlertState.SUPERSEDED;
        m.before = chain(m);
        for (Message b : m.before.stream().map(this::get).toList()) {
            if (OPEN.contains(b.state)) {
                b.state = ending;
                b.endedBy = m.number;
                b.endedAt = now;
            } else if (b.state == AlertState.EXPIRED && b.endedBy == null && m.type == MsgType.CANCEL) {
                b.endedBy = m.number;
            }
        }
        if (m.type != MsgType.ALERT && m.about != m.number && !messages.containsKey(m.about)) {
            marks.add(new Mark(m.number, m.about, ending, Math.abs(m.skew)));
        }
        m.state = AlertState.ISSUED;
        m.issued = true;
    }

    /** What it follows: the message it names, all that one follows, and what has taken its place, if older. */
    private SequencedSet<Integer> chain(Message m) {
        SequencedSet<Integer> all = new LinkedHashSet<>();
        if (m.type != MsgType.ALERT && m.about != m.number) {
            follow(m.about, m.number, all);
        }
        all.remove(m.number);
        return all;
    }

    private void follow(int number, int reader, SequencedSet<Integer> all) {
        Message m = messages.get(number);
        if (m != null && all.add(number)) {
            m.before.forEach(b -> follow(b, reader, all));
            if (m.endedBy != null && m.endedBy < reader) {
                follow(m.endedBy, reader, all);
            }
        }
    }

    private boolean isCancelled(SequencedSet<Integer> found) {
        return found.stream()
                        .map(this::get)
                        .anyMatch(b -> b.state == AlertState.CANCELLED
                                || (b.state == AlertState.EXPIRED && b.endedBy != null)
                                || (b.type == MsgType.CANCEL && b.issued))
                && found.stream().map(this::get).allMatch(b -> b.type == MsgType.CANCEL || !OPEN.contains(b.state));
    }

    private boolean inForce(int number) {
        return get(number).state == AlertState.ISSUED && get(number).type != MsgType.CANCEL;
    }

    private @Nullable Mark mark(int number) {
        return marks.stream()
                .filter(mark -> mark.about() == number && number <= mark.by())
                .min(Comparator.comparingInt(Mark::skew))
                .orElse(null);
    }

    private boolean step(int number, List<AlertState> from, AlertState to) {
        Message m = messages.get(number);
        boolean legal = m != null && from.contains(m.state);
        if (legal) {
            get(number).state = to;
        }
        return legal;
    }

    private Message get(int number) {
        Message m = messages.get(number);
        if (m == null) {
            throw new IllegalStateException("no message " + number);
        }
        return m;
    }
}
