package org.carillon.channel.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.Outcome;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.rendition.RenditionKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwilioChannelTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final String SID = "AC00000000000000000000000000000000";
    private static final PurposeId PURPOSE = new PurposeId("alerts");
    private static final E164 RESIDENT = E164.of("+15005550111");
    private static final String BODY = "Boil your water & wait — código 7K3M-Q2XA";

    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile Answer answer = exchange -> respond(exchange, 201, "{\"sid\":\"SM1\",\"status\":\"queued\"}");
    private HttpServer server;
    private KeyRing keys;
    private TwilioChannel channel;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            requests.add(form(exchange));
            answer.to(exchange);
        });
        server.start();
        keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), Clock.systemUTC());
        channel = channel(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    private TwilioChannel channel(URI base) {
        return new TwilioChannel(
                new TwilioSettings(
                        SID,
                        "token",
                        new TwilioSettings.From.OwnNumber("+15005550006"),
                        base,
                        URI.create("https://hub.example.org"),
                        Duration.ofMillis(600)),
                keys,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void shouldSendEveryFieldOnce() {
        // When
        Outcome outcome = channel.deliver(message(Duration.ofHours(1)));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Accepted("SM1"));
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .containsEntry(":method", "POST")
                        .containsEntry(":path", "/2010-04-01/Accounts/" + SID + "/Messages.json")
                        .containsEntry("To", "+15005550111")
                        .containsEntry("From", "+15005550006")
                        .containsEntry("Body", BODY)
                        .containsEntry("StatusCallback", "https://hub.example.org/sms/twilio/status/" + id().path())
                        .containsEntry("ValidityPeriod", "3600")
                        .containsEntry("SmartEncoded", "false")
                        .containsEntry("ShortenUrls", "false")
                        .containsEntry(
                                ":authorization", "Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDp0b2tlbg=="));
    }

    @Test
    void shouldKeepTheValidityInTwiliosBounds() {
        channel.deliver(message(Duration.ofDays(3)));
        channel.deliver(message(Duration.ofSeconds(-5)));
        assertThat(requests)
                .extracting(request -> request.get("ValidityPeriod"))
                .containsExactly("36000", "1");
    }

    @Test
    void shouldCallOnlyOnceOnAServerError() {
        // Given
        answer = exchange -> respond(exchange, 500, "<html>oops</html>");

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1)))).isEqualTo(new Outcome.InDoubt("http-500"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldReadRetryAfter() {
        // Given
        answer = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3");
            respond(exchange, 429, "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}");
        };

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1))))
                .isEqualTo(new Outcome.Deferred("20429", Optional.of(Duration.ofSeconds(3)), Outcome.Scope.MESSAGE));
    }

    @Test
    void shouldSayWhenItIsRefused() {
        // Given
        answer = exchange -> respond(exchange, 400, "{\"code\":21610,\"message\":\"+15005550111 …\",\"status\":400}");

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1)))).isEqualTo(new Outcome.Refused("21610"));
    }

    @Test
    void shouldBeInDoubtWhenThereIsNoAnswerInTime() {
        // Given
        answer = exchange -> hang();

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1)))).isEqualTo(new Outcome.InDoubt("time-out"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldBeInDoubtWhenTheConnectionBreaksAfterSending() {
        // Given
        answer = HttpExchange::close;

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1)))).isEqualTo(new Outcome.InDoubt("connection-lost"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldBeInDoubtWhenASuccessCannotBeRead() {
        // Given
        answer = exchange -> respond(exchange, 201, "{\"sid\":");

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1)))).isInstanceOf(Outcome.InDoubt.class);
    }

    @Test
    void shouldBeSureThatNothingWasSentWhenNobodyListens() {
        // Given
        server.stop(0);

        // When, Then
        assertThat(channel.deliver(message(Duration.ofHours(1))))
                .isEqualTo(new Outcome.Deferred("no-connection", Optional.empty(), Outcome.Scope.SENDER));
    }

    @Test
    void shouldRefuseWhatCannotBeOpened() {
        // Given
        Message message = message(Duration.ofHours(1));
        keys.destroy(PURPOSE);

        // When, Then
        assertThat(channel.deliver(message)).isEqualTo(new Outcome.Refused("purpose-ended"));
        assertThat(requests).isEmpty();
    }

    @Test
    void shouldFindAMessageByItsTextOnALaterPage() {
        // Given
        answer = exchange -> respond(
                exchange,
                200,
                exchange.getRequestURI().getRawQuery().contains("Page=1")
                        ? page(null, listed("SM9", BODY, "delivered", "Sun, 22 Nov 2026 01:59:00 +0000"))
                        : page(
                                "/2010-04-01/Accounts/" + SID + "/Messages.json?Page=1",
                                listed("SM8", "Another", "sent", "Sun, 22 Nov 2026 02:00:00 +0000")));

        // When, Then
        assertThat(channel.lookup(message(Duration.ofHours(1)), NOW))
                .isEqualTo(new Found.Accepted("SM9", DeliveryStatus.DELIVERED, null));
        assertThat(requests.getFirst().get(":path")).contains("To=%2B15005550111");
    }

    @Test
    void shouldNotFindWhatIsOlderThanTheIntent() {
        // Given
        answer = exchange ->
                respond(exchange, 200, page(null, listed("SM9", BODY, "delivered", "Sat, 21 Nov 2026 20:00:00 +0000")));

        // When, Then
        assertThat(channel.lookup(message(Duration.ofHours(1)), NOW)).isEqualTo(new Found.NotThere());
    }

    @Test
    void shouldNotKnowWhenItCannotAsk() {
        // Given
        answer = exchange -> respond(exchange, 503, "");

        // When, Then
        assertThat(channel.lookup(message(Duration.ofHours(1)), NOW)).isInstanceOf(Found.Unknown.class);
    }

    private static String listed(String sid, String body, String status, String created) {
        return "{\"sid\":\"" + sid + "\",\"body\":\"" + body + "\",\"status\":\"" + status
                + "\",\"direction\":\"outbound-api\",\"date_created\":\"" + created + "\"}";
    }

    private static String page(@Nullable String next, String... messages) {
        return "{\"uri\":\"/list\",\"page\":0,\"page_size\":50,\"next_page_uri\":"
                + (next == null ? "null" : '"' + next + '"') + ",\"messages\":[" + String.join(",", messages) + "]}";
    }

    private static DeliveryId id() {
        return new DeliveryId.OfAlert(new BatchId(AlertId.of("a@example.org", "1", NOW), 7, 2), 3);
    }

    private Message message(Duration validity) {
        AlertId alert = AlertId.of("a@example.org", "1", NOW);
        DeliveryTask task = new DeliveryTask.OfAlert(
                id(),
                PURPOSE.value(),
                keys.seal(PURPOSE, RESIDENT),
                new Recipient(7, 1),
                new RenditionKey(alert, 1, "sms", "en", ContentFormat.STANDARD),
                Lane.URGENT,
                NOW.plus(validity));
        return new Message(task, BODY, 1, NOW.plus(validity));
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = Arrays.stream(body.split("&"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)));
        fields.put(":method", exchange.getRequestMethod());
        fields.put(":path", exchange.getRequestURI().toString());
        fields.put(":authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        return fields;
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }
}
