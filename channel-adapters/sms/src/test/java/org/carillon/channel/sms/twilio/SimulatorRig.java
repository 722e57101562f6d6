package org.carillon.channel.sms.twilio;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;

/** The channel to Twilio with the simulator behind it. */
public final class SimulatorRig implements Rig {
    private static final String PURPOSE = "alerts";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final KeyRing keys;
    private final Map<Integer, SealedContact> sealed = new ConcurrentHashMap<>();
    private final Set<String> optedOut = new LinkedHashSet<>();
    private TwilioSimulator.Running simulator;

    public SimulatorRig(Path folder) {
        this.folder = folder;
        this.keys = KeyRing.open(folder.resolve("keys"), List.of(new PurposeId(PURPOSE)), Clock.systemUTC());
        this.simulator = start(0);
    }

    private TwilioSimulator.Running start(int port) {
        return TwilioSimulator.start(vertx, SimulatorConfig.of(port, folder.resolve("simulator")))
                .await();
    }

    public TwilioSettings settings() {
        return new TwilioSettings(
                simulator.account().accountSid(),
                simulator.account().authToken(),
                new TwilioSettings.From.OwnNumber(simulator.account().hubNumber()),
                simulator.url(),
                URI.create("http://localhost:9"),
                Duration.ofSeconds(2));
    }

    @Override
    public Channel channel() {
        return new TwilioChannel(settings(), keys, Clock.systemUTC());
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public SealedContact contact(int resident) {
        return sealed.computeIfAbsent(resident, r -> keys.seal(new PurposeId(PURPOSE), number(r)));
    }

    private static E164 number(int resident) {
        return E164.of("+1500" + (5_000_000 + resident));
    }

    @Override
    public Map<Integer, List<String>> received() {
        Map<Integer, List<String>> received = new HashMap<>();
        JsonObject page = new JsonObject(
                get("/2010-04-01/Accounts/" + simulator.account().accountSid() + "/Messages.json?PageSize=1000"));
        while (true) {
            JsonArray messages = page.getJsonArray("messages");
            for (int i = 0; i < messages.size(); i++) {
                JsonObject message = messages.getJsonObject(i);
                received.computeIfAbsent(
                                Integer.parseInt(message.getString("to").substring(5)) - 5_000_000,
                                r -> new ArrayList<>())
                        .add(message.getString("body"));
            }
            String next = page.getString("next_page_uri");
            if (next == null) {
                return received;
            }
            page = new JsonObject(get(next));
        }
    }

    @Override
    public int calls() {
        JsonObject stats = new JsonObject(get("/simulator/stats"));
        return stats.getInteger("accepted") + stats.getInteger("rejected");
    }

    /** As the simulator counts: texts with a verification code that a number got more than once. */
    public int duplicates() {
        return new JsonObject(get("/simulator/stats")).getInteger("duplicates");
    }

    @Override
    public void fail(Fault fault) {
        switch (fault) {
            case BUSY -> faults(new JsonObject().put("rate429", 1.0));
            case TAKEN_UNANSWERED -> faults(new JsonObject().put("rate5xxAfterAccept", 1.0));
            case LOST -> throw new IllegalArgumentException("the simulator cannot play " + fault);
        }
    }

    public void faults(JsonObject faults) {
        post("/simulator/faults", faults.copy().put("optedOut", new JsonArray(List.copyOf(optedOut))));
    }

    @Override
    public void heal() {
        request(HttpRequest.newBuilder(uri("/simulator/faults")).DELETE());
    }

    @Override
    public void refuse(int resident) {
        optedOut.add(number(resident).value());
        faults(new JsonObject());
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.of(Fault.BUSY, Fault.TAKEN_UNANSWERED);
    }

    /** Lets the provider be away for the time of the action. */
    public void away(Runnable action) {
        int port = simulator.port();
        simulator.close().await();
        action.run();
        simulator = start(port);
    }

    private String get(String path) {
        return request(HttpRequest.newBuilder(uri(path)).GET());
    }

    private void post(String path, JsonObject body) {
        request(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    private String request(HttpRequest.Builder builder) {
        String credentials =
                simulator.account().accountSid() + ":" + simulator.account().authToken();
        builder.header(
                "Authorization",
                "Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString(credentials.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        try {
            HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("simulator answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(simulator.url() + path);
    }

    @Override
    public void close() {
        simulator.close().await();
        vertx.close().await();
    }
}
