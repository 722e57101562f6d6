package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesApiTest {
    @TempDir
    Path data;

    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed(data);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void shouldAnswerAcceptedMessageAsTwilioDoes() {
        HttpResponse<String> response = bed.send(TestBed.PHONE, "Boil your water");

        assertThat(response.statusCode()).isEqualTo(201);
        JsonObject json = new JsonObject(response.body());
        assertThat(json.getString("sid")).matches("SM[0-9a-f]{32}");
        assertThat(json.getString("account_sid")).isEqualTo(TestBed.SID);
        assertThat(json.getString("status")).isEqualTo("queued");
        assertThat(json.getString("to")).isEqualTo(TestBed.PHONE);
        assertThat(json.getString("from")).isEqualTo(TestBed.HUB);
        assertThat(json.getString("num_segments")).isEqualTo("1");
        assertThat(json.getString("direction")).isEqualTo("outbound-api");
        assertThat(json.getString("date_created"))
                .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} \\+0000");
        assertThat(json.getValue("error_code")).isNull();
        assertThat(json.getString("uri")).isEqualTo(TestBed.messages("/" + json.getString("sid") + ".json"));
    }

    @Test
    void shouldHaveTheFieldsOfTwiliosDescription() throws Exception {
        Path description = Path.of(Objects.requireNonNull(System.getProperty("carillon.root")))
                .resolveSibling("shared/data/twilio/messages_openapi.json");
        Assumptions.assumeTrue(Files.exists(description), "Twilio's description is not at hand");
        JsonObject schemas = new JsonObject(Files.readString(description))
                .getJsonObject("components")
                .getJsonObject("schemas");
        JsonObject properties =
                schemas.getJsonObject("api.v2010.account.message").getJsonObject("properties");

        JsonObject json = bed.accepted(TestBed.PHONE, "Hello");

        assertThat(json.fieldNames()).containsExactlyInAnyOrderElementsOf(properties.fieldNames());
        for (String name : json.fieldNames()) {
            JsonObject property = properties.getJsonObject(name);
            Object value = json.getValue(name);
            if (value == null) {
                assertThat(property.getBoolean("nullable")).as(name).isTrue();
            } else if (property.containsKey("$ref")) {
                String schema = property.getString("$ref").replaceFirst(".*/", "");
                assertThat(schemas.getJsonObject(schema).getJsonArray("enum"))
                        .as(name)
                        .contains(value);
            } else if ("string".equals(property.getString("type"))) {
                assertThat(value).as(name).isInstanceOf(String.class);
            }
        }
    }

    @Test
    void shouldLeaveSenderOpenWhenSentByMessagingService() {
        Map<String, String> form =
                Map.of("To", TestBed.PHONE, "MessagingServiceSid", "MG" + "a".repeat(32), "Body", "Hello");

        JsonObject json = new JsonObject(bed.send(form).body());

        assertThat(json.getString("status")).isEqualTo("accepted");
        assertThat(json.getValue("from")).isNull();
        assertThat(json.getString("num_segments")).isEqualTo("0");
        assertThat(json.getString("messaging_service_sid")).startsWith("MG");
    }

    @Test
    void shouldRefuseWrongCredentials() {
        HttpResponse<String> none = bed.call("GET", TestBed.messages(".json"), "", "text/plain", false);

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(new JsonObject(none.body()))
                .isEqualTo(new JsonObject()
                        .put("code", 20003)
                        .put("message", "Authenticate")
                        .put("more_info", "https://www.twilio.com/docs/errors/20003")
                        .put("status", 401));
        assertThat(bed.api("GET", TestBed.messages(".json").replace("AC01", "AC99"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "To,'',21604",
        "To,12345,21211",
        "To,+0155501001,21211",
        "To,+12025550142,21266",
        "From,'',21603",
        "From,+12025550199,21606",
        "MessagingServiceSid,MGxyz,21705",
        "Body,'',21602",
        "Body,' ',21602",
        "StatusCallback,http://my_host/x,21609",
        "StatusCallback,ftp://host/x,21609",
        "ValidityPeriod,0,20001",
        "ValidityPeriod,36001,20001"
    })
    void shouldRefuseWithTwiliosCode(String field, String value, int code) {
        Map<String, String> form = new HashMap<>(Map.of("To", TestBed.PHONE, "From", TestBed.HUB, "Body", "Hello"));
        form.put(field, value);

        HttpResponse<String> response = bed.send(form);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject json = new JsonObject(response.body());
        assertThat(json.getInteger("code")).isEqualTo(code);
        assertThat(json.getString("more_info")).endsWith("/" + code);
        assertThat(json.getInteger("status")).isEqualTo(400);
        assertThat(bed.stats().getInteger("rejected")).isEqualTo(1);
    }

    @Test
    void shouldTake1600CharactersAndNoMore() {
        assertThat(bed.send(TestBed.PHONE, "水".repeat(1600)).statusCode()).isEqualTo(201);

        HttpResponse<String> response = bed.send(TestBed.PHONE, "水".repeat(1601));

        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(21617);
    }

    @Test
    void shouldListNewestFirstByRecipientAndTime() {
        String first = bed.accepted(TestBed.PHONE, "one").getString("sid");
        String second = bed.accepted(TestBed.PHONE, "two").getString("sid");
        bed.accepted("+15550100999", "other");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        String to = "?To=" + TestBed.encoded(TestBed.PHONE);

        assertThat(sids(to)).containsExactly(second, first);
        assertThat(sids("?To=" + TestBed.PHONE)).as("plus sign not escaped").hasSize(2);
        assertThat(sids("?From=" + TestBed.encoded(TestBed.HUB))).hasSize(3);
        assertThat(sids(to + "&DateSent%3E=" + now.minusSeconds(60))).hasSize(2);
        assertThat(sids(to + "&DateSent%3E%3D=" + now.minusSeconds(60))).hasSize(2);
        assertThat(sids(to + "&DateSent%3E=" + now.plusSeconds(60))).isEmpty();
        assertThat(sids(to + "&DateSent%3C=" + now.plusSeconds(60))).hasSize(2);
        assertThat(sids(to + "&DateSent%3C=" + now.minusSeconds(60))).isEmpty();
        assertThat(sids(to + "&DateSent=2008-01-02")).isEmpty();
        assertThat(sids(to + "&DateSent%3E=2008-01-02")).hasSize(2);
        assertThat(sids(to + "&DateSent%3E=" + TestBed.encoded("Wed, 19 Jun 2019 22:04:00 -0000")))
                .hasSize(2);
        assertThat(sids(to + "&DateSent%3E=" + TestBed.encoded("2019-06-11 22:05:25.000")))
                .hasSize(2);
        assertThat(bed.api("GET", TestBed.messages(".json?DateSent=soon")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldPageThroughEverythingOnce() {
        List<String> sent = IntStream.range(0, 7)
                .mapToObj(i -> bed.accepted(TestBed.PHONE, "message " + i).getString("sid"))
                .toList();

        String uri = TestBed.messages(".json?PageSize=3&From=" + TestBed.encoded(TestBed.HUB));
        List<String> seen = new java.util.ArrayList<>();
        List<Integer> sizes = new java.util.ArrayList<>();
        while (uri != null) {
            JsonObject page = new JsonObject(bed.api("GET", uri).body());
            List<String> sids = sids(page.getJsonArray("messages"));
            assertThat(page.getInteger("page_size")).isEqualTo(3);
            assertThat(page.getInteger("start")).isEqualTo(seen.size());
            assertThat(page.getInteger("end")).isEqualTo(seen.size() + sids.size() - 1);
            seen.addAll(sids);
            sizes.add(sids.size());
            uri = page.getString("next_page_uri");
            bed.accepted(TestBed.PHONE, "meanwhile");
        }

        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(seen).containsExactlyElementsOf(sent.reversed());
    }

    @Test
    void shouldFetchRedactAndDelete() {
        String sid = bed.accepted(TestBed.PHONE, "Private").getString("sid");
        String one = TestBed.messages("/" + sid + ".json");
        await().until(() ->
                new JsonObject(bed.api("GET", one).body()).getString("status").equals("delivered"));
        assertThat(new JsonObject(bed.api("GET", one).body()).getString("date_sent"))
                .isNotNull();

        HttpResponse<String> redacted = bed.call("POST", one, "Body=", "application/x-www-form-urlencoded", true);
        assertThat(redacted.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(bed.api("GET", one).body()).getString("body")).isEmpty();

        assertThat(bed.api("DELETE", one).statusCode()).isEqualTo(204);
        assertThat(bed.api("GET", one).statusCode()).isEqualTo(404);
        assertThat(bed.api("DELETE", one).statusCode()).isEqualTo(404);
        assertThat(sids("?To=" + TestBed.encoded(TestBed.PHONE))).isEmpty();
        assertThat(bed.conversation(TestBed.PHONE)).as("the phone has it still").hasSize(1);
    }

    @Test
    void shouldNotDeleteWhatIsOnItsWay() {
        bed.faults("{\"reorderCallbacks\":false}");
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");

        HttpResponse<String> response = bed.api("DELETE", TestBed.messages("/" + sid + ".json"));

        assertThat(response.statusCode()).isIn(409, 204);
        if (response.statusCode() == 409) {
            assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(20009);
        }
    }

    @Test
    void shouldSayNotFoundForOtherPaths() {
        HttpResponse<String> response = bed.api("GET", "/2010-04-01/Accounts/" + TestBed.SID + "/Calls.json");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(20404);
    }

    private List<String> sids(String query) {
        HttpResponse<String> response = bed.api("GET", TestBed.messages(".json" + query));
        assertThat(response.statusCode()).isEqualTo(200);
        return sids(new JsonObject(response.body()).getJsonArray("messages"));
    }

    private static List<String> sids(JsonArray messages) {
        return messages.stream()
                .map(message -> ((JsonObject) message).getString("sid"))
                .toList();
    }
}
