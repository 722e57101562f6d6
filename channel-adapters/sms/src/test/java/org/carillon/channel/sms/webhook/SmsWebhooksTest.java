package org.carillon.channel.sms.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carillon.channel.sms.Demo;
import org.carillon.channel.sms.twilio.TwilioSettings;
import org.carillon.channel.sms.words.Grammar;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsWebhooksTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PUBLIC = "https://hub.example.org/city";
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final PurposeId PURPOSE = new PurposeId("alerts");
    private static final E164 RESIDENT = E164.of("+15005550111");

    private static final Grammar GRAMMAR = new Grammar(Catalogue.load().words(), Demo.city());

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Inbox inbox = new Inbox();
    private KeyRing keys;
    private SmsWebhooks webhooks;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), Clock.systemUTC());
        TwilioSettings twilio = new TwilioSettings(
                "AC00000000000000000000000000000000",
                TOKEN,
                new TwilioSettings.From.OwnNumber("+15005550006"),
                URI.create("http://localhost:1"),
                URI.create(PUBLIC),
                Duration.ofSeconds(1));
        webhooks = new SmsWebhooks(twilio, inbox, GRAMMAR, keys, PURPOSE, clock);
        Router router = Router.router(vertx);
        webhooks.mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
    }

    @Test
    void shouldHaveTheRoutesOfItsOpenApiFileAndNoOther() throws IOException {
        Router router = Router.router(vertx);
        webhooks.mount(router);
        Set<String> bound = new TreeSet<>();
        router.getRoutes()
                .forEach(route -> route.methods()
                        .forEach(method -> bound.add(method + " "
                                + String.valueOf(route.getPath()).replace(":deliveryId", "{deliveryId}"))));
        Set<String> inFile = new TreeSet<>();
        try (InputStream file = Objects.requireNonNull(SmsWebhooks.class.getResourceAsStream("openapi.json"))) {
            Json.mapper()
                    .readTree(file)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> inFile.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }

        assertThat(bound).isEqualTo(inFile);
    }

    @AfterEach
    void stop() {
        webhooks.close();
        vertx.close().await();
    }

    @Test
    void shouldHandOnEveryMeaningAndNoText() {
        // When
        HttpResponse<String> answer = text("SM1", RESIDENT.value(), "ALTA puerto viejo");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Response/>");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        InboundMessage message = inbox.messages.getFirst();
        assertThat(message.messageId()).isEqualTo("SM1");
        assertThat(message.contactId()).isEqualTo(keys.contactId(RESIDENT));
        assertThat(keys.open(PURPOSE, message.contact())).isEqualTo(RESIDENT);
        assertThat(message.at()).isEqualTo(NOW);
        assertThat(message.meanings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Meaning.Join.class, join -> assertThat(join.language()).isEqualTo("es"));
        assertThat(message.optOutType()).isNull();
    }

    @Test
    void shouldSayWhatTheProviderHasAnsweredItself() {
        // When
        post(
                "/sms/twilio/inbound",
                List.of(
                        field("MessageSid", "SM2"),
                        field("From", RESIDENT.value()),
                        field("Body", "STOP"),
                        field("OptOutType", "STOP")));

        // Then
        assertThat(inbox.messages.getFirst().optOutType()).isEqualTo("STOP");
    }

    @Test
    void shouldPassOverSendersWithoutANumber() {
        assertThat(text("SM3", "12345", "hello").statusCode()).isEqualTo(200);
        assertThat(text("SM4", "MyBank", "hello").statusCode()).isEqualTo(200);
        assertThat(text("SM5", "+999999999", "hello").statusCode()).isEqualTo(200);
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void shouldRefuseAWrongOrMissingSignature() {
        // Given
        String form = encoded(List.of(field("MessageSid", "SM6"), field("From", RESIDENT.value())));

        // When, Then
        assertThat(send("/sms/twilio/inbound", form, "bm9uc2Vuc2U=").statusCode())
                .isEqualTo(403);
        assertThat(send("/sms/twilio/inbound", form, null).statusCode()).isEqualTo(403);
        assertThat(send("/sms/twilio/status/nonsense", form, "x").statusCode()).isEqualTo(403);
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void shouldCheckTheSignatureOverRepeatedFieldsAndTheQuery() {
        // Given
        List<Field> fields = List.of(
                field("MessageSid", "SM7"),
                field("From", RESIDENT.value()),
                field("Body", "JOIN"),
                field("MediaUrl", "b"),
                field("MediaUrl", "a"),
                field("MediaUrl", "b"),
                field("Empty", ""));

        // When, Then
        assertThat(post("/sms/twilio/inbound?x=1%202&y", fields).statusCode()).isEqualTo(200);
        assertThat(inbox.messages).hasSize(1);
    }

    @Test
    void shouldAskTheProviderToComeAgainWhenKafkaIsAway() {
        // Given
        inbox.safe = false;

        // When, Then
        assertThat(text("SM8", RESIDENT.value(), "JOIN").statusCode()).isEqualTo(503);
        assertThat(post("/sms/twilio/status/" + delivery(3), List.of(field("MessageStatus", "delivered")))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void shouldReportWhatBecameOfADelivery() {
        // When
        post("/sms/twilio/status/" + delivery(3), List.of(field("MessageStatus", "delivered")));
        post(
                "/sms/twilio/status/" + delivery(4),
                List.of(field("MessageStatus", "undelivered"), field("ErrorCode", "30003")));
        post("/sms/twilio/status/" + delivery(5), List.of(field("MessageStatus", "queued")));
        post("/sms/twilio/status/r.reply-1", List.of(field("MessageStatus", "delivered")));

        // Then
        assertThat(inbox.receipts)
                .extracting(
                        receipt -> receipt.batch().path(),
                        receipt -> receipt.changes().getFirst())
                .containsExactlyInAnyOrder(
                        tuple(batch().path(), new Receipt.Change(3, DeliveryStatus.DELIVERED, NOW, null)),
                        tuple(batch().path(), new Receipt.Change(4, DeliveryStatus.FAILED, NOW, "30003")));
    }

    @Test
    void shouldNotKnowAddressesThatItNeverGaveOut() {
        List<Field> delivered = List.of(field("MessageStatus", "delivered"));
        assertThat(post("/sms/twilio/status/nonsense", delivered).statusCode()).isEqualTo(404);
        assertThat(post("/sms/twilio/status/" + batch().alertId() + ".16.0.1", delivered)
                        .statusCode())
                .isEqualTo(404);
        assertThat(inbox.receipts).isEmpty();
    }

    private static BatchId batch() {
        return new BatchId(AlertId.of("a@example.org", "1", NOW), 7, 2);
    }

    private static String delivery(int index) {
        return batch().path() + "." + index;
    }

    private HttpResponse<String> text(String id, String from, String body) {
        return post("/sms/twilio/inbound", List.of(field("MessageSid", id), field("From", from), field("Body", body)));
    }

    private static Field field(String name, String value) {
        return new Field(name, value);
    }

    private record Field(String name, String value) {}

    private HttpResponse<String> post(String uri, List<Field> fields) {
        return send(uri, encoded(fields), signature(PUBLIC + uri, fields));
    }

    private static String encoded(List<Field> fields) {
        return fields.stream()
                .map(f -> encode(f.name()) + "=" + encode(f.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As Twilio describes it, written here a second time: not with the code under test. */
    private static String signature(String url, List<Field> fields) {
        Map<String, SortedSet<String>> sorted = new TreeMap<>();
        fields.forEach(
                f -> sorted.computeIfAbsent(f.name(), name -> new TreeSet<>()).add(f.value()));
        StringBuilder signed = new StringBuilder(url);
        sorted.forEach(
                (name, values) -> values.forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String uri, String form, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Inbox implements Intake {
        private final List<InboundMessage> messages = Collections.synchronizedList(new ArrayList<>());
        private final List<Receipt.Progress> receipts = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean safe = true;

        @Override
        public boolean put(InboundMessage message) {
            return safe && messages.add(message);
        }

        @Override
        public boolean put(Receipt.Progress receipt) {
            return safe && receipts.add(receipt);
        }
    }
}
