package org.carillon.simulator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.fault.Chance;
import org.carillon.simulator.fault.FaultBoard;
import org.carillon.simulator.journal.Memory;
import org.carillon.simulator.message.Entry;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Status;
import org.jspecify.annotations.Nullable;

/**
 * Takes accepted messages through their statuses and announces each change to the sender. A status is on disk only
 * after its announcement was made or given up: after a crash it is announced again rather than never.
 */
public final class Delivery {
    private final Vertx vertx;
    private final CurrentAccount account;
    private final Memory memory;
    private final FaultBoard faults;
    private final Clock clock;
    private final Pace pace;
    private final WebhookClient client;
    private final CallbackQueue queue;

    /** Works at this pace, on the event loop that calls it. */
    public Delivery(Vertx vertx, CurrentAccount account, Memory memory, FaultBoard faults, Clock clock, Pace pace) {
        this.vertx = vertx;
        this.account = account;
        this.memory = memory;
        this.faults = faults;
        this.clock = clock;
        this.pace = pace;
        this.client = new WebhookClient(vertx, account.get().authToken(), pace.concurrency(), pace.retry());
        this.queue = new CallbackQueue(pace.concurrency());
    }

    /** Goes on with everything that an earlier run left half-way. */
    public void resume() {
        memory.book().unfinished().forEach(this::begin);
    }

    /** Sees this message to its last status; returns at once. */
    public void begin(Kept kept) {
        Message message = kept.message();
        List<Status> steps = Stream.of(Status.QUEUED, Status.SENT, message.lastStatus())
                .filter(step -> step.compareTo(kept.standing().status()) > 0)
                .toList();
        var unused = faults.strikes(faults.faults().reorderCallbacks())
                ? outOfOrder(message, steps)
                : inOrder(message, steps);
    }

    private Future<Void> inOrder(Message message, List<Status> steps) {
        Future<Void> done = Future.succeededFuture();
        for (Status step : steps) {
            done = done.compose(before -> pause())
                    .map(paused -> show(message, step))
                    .compose(entry -> announce(message, entry).onSuccess(told -> memory.keep(entry)));
        }
        return done;
    }

    private Future<Void> outOfOrder(Message message, List<Status> steps) {
        return pause().map(paused ->
                        steps.stream().map(step -> show(message, step)).toList().reversed())
                .compose(entries -> {
                    Future<Void> done = Future.succeededFuture();
                    for (Entry.Moved entry : entries) {
                        done = done.compose(before -> announce(message, entry)).compose(told -> pause());
                    }
                    return done.onSuccess(told -> entries.forEach(memory::keep));
                });
    }

    private Future<Void> pause() {
        return vertx.timer(pace.step().toMillis());
    }

    private Entry.Moved show(Message message, Status step) {
        Integer error = step == Status.UNDELIVERED ? message.failsWith() : null;
        Entry.Moved entry = new Entry.Moved(message.sid(), step, error, clock.instant());
        memory.show(entry);
        return entry;
    }

    private Future<Void> announce(Message message, Entry.Moved entry) {
        String url = message.statusCallback();
        if (url == null || faults.strikes(faults.faults().dropCallbacks())) {
            return Future.succeededFuture();
        }
        SortedMap<String, String> form = form(message, entry.status(), entry.errorCode());
        Future<Void> done = queue.run(() -> client.post(url, form));
        Chance twice = faults.faults().duplicateCallbacks();
        return faults.strikes(twice) ? done.compose(first -> queue.run(() -> client.post(url, form))) : done;
    }

    private SortedMap<String, String> form(Message message, Status status, @Nullable Integer errorCode) {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("AccountSid", account.get().accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("From", message.from());
        form.put("To", message.to());
        form.put("MessageSid", message.sid());
        form.put("SmsSid", message.sid());
        form.put("MessageStatus", status.wireName());
        form.put("SmsStatus", status.wireName());
        if (message.messagingService() != null) {
            form.put("MessagingServiceSid", message.messagingService());
        }
        if (errorCode != null) {
            form.put("ErrorCode", errorCode.toString());
        }
        return form;
    }

    /** Ends the connections; what is under way is taken up by {@link #resume} after the next start. */
    public Future<Void> close() {
        return client.close();
    }
}
