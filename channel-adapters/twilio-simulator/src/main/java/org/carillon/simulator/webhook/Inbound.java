package org.carillon.simulator.webhook;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carillon.simulator.account.Account;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.account.OptOut;
import org.carillon.simulator.journal.Memory;
import org.carillon.simulator.message.Direction;
import org.carillon.simulator.message.Entry;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Segments;
import org.carillon.simulator.message.Sid;
import org.jspecify.annotations.Nullable;

/** Carries what a phone texts to the hub. */
public final class Inbound {
    private static final int CONCURRENCY = 64;

    /** A text that was kept, and what the hub said to it; null when no webhook is configured. */
    public record Passed(Message message, @Nullable WebhookResult hub) {}

    private final CurrentAccount account;
    private final Memory memory;
    private final Clock clock;
    private final Context context;
    private final WebhookClient client;

    /** Works on the given event loop. */
    public Inbound(Vertx vertx, Context context, CurrentAccount account, Memory memory, Clock clock, Pace pace) {
        this.account = account;
        this.memory = memory;
        this.clock = clock;
        this.context = context;
        this.client = new WebhookClient(vertx, account.get().authToken(), CONCURRENCY, pace.retry());
    }

    /** Keeps the text, then tells the hub, a second time if it does not answer; the future waits for that. */
    public Future<Passed> text(String phone, String body) {
        Account now = account.get();
        // Half a surrogate pair cannot be sent by any phone.
        String sendable = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Message message = message(Direction.INBOUND, phone, now.hubNumber(), sendable);
        return memory.remember(new Entry.Recorded(message), context)
                .onSuccess(kept -> confirm(message, now))
                .compose(kept -> tell(message, now));
    }

    private Future<Passed> tell(Message message, Account now) {
        URI url = now.inboundUrl();
        if (url == null) {
            return Future.succeededFuture(new Passed(message, null));
        }
        return client.post(url.toString(), form(message, now)).map(result -> new Passed(message, result));
    }

    private void confirm(Message message, Account now) {
        if (now.optOut() != OptOut.HUB) {
            Keyword.of(message.body())
                    .ifPresent(keyword -> memory.note(new Entry.Recorded(
                            message(Direction.OUTBOUND_REPLY, now.hubNumber(), message.from(), keyword.reply()))));
        }
    }

    private Message message(Direction direction, String from, String to, String body) {
        Segments segments = Segments.of(body);
        return new Message(
                Sid.random("SM"),
                direction,
                from,
                to,
                body,
                segments.parts(),
                segments.encoding(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null);
    }

    private static SortedMap<String, String> form(Message message, Account now) {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("AccountSid", now.accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("Body", message.body());
        form.put("From", message.from());
        form.put("To", message.to());
        form.put("MessageSid", message.sid());
        form.put("SmsSid", message.sid());
        form.put("SmsMessageSid", message.sid());
        form.put("SmsStatus", "received");
        form.put("NumMedia", "0");
        form.put("NumSegments", Integer.toString(message.parts()));
        if (now.optOut() == OptOut.ADVANCED) {
            Keyword.of(message.body()).ifPresent(keyword -> form.put("OptOutType", keyword.name()));
        }
        return form;
    }

    /** Ends the connections. */
    public Future<Void> close() {
        return client.close();
    }
}
