package org.carillon.channel.push.send;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.loop.Routes;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.rendering.push.PushPayload;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.PushContact;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.topic.Topics;

/** The push channel with a push service and browsers behind it. */
final class PushRig implements Rig {
    static final PurposeId PURPOSE = new PurposeId("alerts");

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final KeyRing keys;
    private final Vapid vapid;
    private final PushServer server;
    private final Map<Integer, DemoBrowser> browsers = new ConcurrentHashMap<>();
    private final Map<Integer, SealedContact> sealed = new ConcurrentHashMap<>();

    PushRig(Path folder, Clock clock) {
        this.clock = clock;
        this.keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), clock);
        this.vapid = new Vapid(keys.vapidKeys(), URI.create("mailto:operator@example.org"), clock);
        this.server = PushServer.start(vertx, 0);
    }

    static String payload(String id, String text) {
        return new PushPayload(
                        id, "tag-" + id, "alert", "Severe", "Title", text, "en", "ltr", "/en/alerts/" + id, "AAAA-BBBB")
                .toJson();
    }

    PushServer server() {
        return server;
    }

    DemoBrowser browser(int resident) {
        return browsers.computeIfAbsent(resident, r -> server.browser(vapid.publicKey()));
    }

    PushContact open(int resident) {
        var subscription = browser(resident).subscription();
        return new PushContact(
                subscription.path("endpoint").asText(),
                subscription.at("/keys/p256dh").asText(),
                subscription.at("/keys/auth").asText());
    }

    SealedContact seal(PushContact contact) {
        return keys.seal(PURPOSE, contact);
    }

    KeyRing keys() {
        return keys;
    }

    Vapid vapid() {
        return vapid;
    }

    PushChannel channel(Duration timeout, EndpointGuard guard) {
        PushSettings settings = new PushSettings(URI.create("mailto:operator@example.org"), timeout, true);
        return new PushChannel(settings, keys, vapid, guard, clock);
    }

    @Override
    public Channel channel() {
        return channel(Duration.ofSeconds(2), new EndpointGuard(true));
    }

    @Override
    public Routes routes() {
        return new Routes(
                Topics.PUSH_URGENT,
                Optional.empty(),
                Topics.PUSH_ROUTINE,
                Topics.PUSH_INTENTS,
                Topics.PUSH_SENDERS,
                Optional.of(Topics.SUBSCRIPTION_COMMANDS));
    }

    @Override
    public String body(String name, String text) {
        return payload(name, text);
    }

    @Override
    public String purpose() {
        return PURPOSE.value();
    }

    @Override
    public SealedContact contact(int resident) {
        return sealed.computeIfAbsent(resident, r -> seal(open(r)));
    }

    /** As the screen shows it: what came again has taken the place of itself. */
    @Override
    public Map<Integer, List<String>> received() {
        return browsers.entrySet().stream()
                .filter(entry -> !entry.getValue().received().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> List.copyOf(entry.getValue().received().stream()
                                .map(DemoBrowser.PushMessage::payload)
                                .collect(Collectors.toCollection(LinkedHashSet::new)))));
    }

    /** Keys for each message and each browser, in an interpreter that does not optimise. */
    @Override
    public int many() {
        return 500;
    }

    @Override
    public int calls() {
        return server.calls();
    }

    @Override
    public void fail(Fault fault) {
        server.behave(
                switch (fault) {
                    case BUSY -> new PushServer.Fault.Status(408, 0);
                    case TAKEN_UNANSWERED -> new PushServer.Fault.TakenBut(500);
                    case LOST -> new PushServer.Fault.Status(500, 0);
                });
    }

    @Override
    public void heal() {
        server.behave(new PushServer.Fault.None());
    }

    @Override
    public void refuse(int resident) {
        server.answer(browser(resident), 413);
    }

    @Override
    public void gone(int resident) {
        server.answer(browser(resident), 410);
    }

    @Override
    public SubscriptionId subscription(int resident) {
        return keys.subscriptionId(PURPOSE, keys.contactId(open(resident)));
    }

    /** Nobody can be asked, so that a service which takes and never says so would be sent to for ever. */
    @Override
    public Set<Fault> faults() {
        return EnumSet.of(Fault.BUSY, Fault.LOST);
    }

    @Override
    public void close() {
        server.close();
        vertx.close().await();
    }
}
