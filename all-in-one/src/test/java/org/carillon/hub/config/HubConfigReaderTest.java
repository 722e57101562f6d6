package org.carillon.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.alerts.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HubConfigReaderTest {
    @TempDir
    Path temp;

    private final StartProblems problems = new StartProblems();
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin"));
    private Flags flags = new Flags(null);

    @Test
    void shouldHaveDefaults() {
        // When
        HubConfig config = read();

        // Then
        Path here = Path.of("").toAbsolutePath();
        assertThat(problems.messages()).isEmpty();
        assertThat(config)
                .isEqualTo(new HubConfig(
                        here.resolve("data"),
                        here.resolve("data.keys"),
                        null,
                        HubConfig.ALL_CHANNELS,
                        "0",
                        new HubConfig.Http(new Endpoint("0.0.0.0", 8080), URI.create("http://localhost:8080")),
                        new Endpoint("127.0.0.1", 8081),
                        new HubConfig.Kafka(null, null, new Endpoint("127.0.0.1", 0)),
                        new HubConfig.Simulator(new Endpoint("127.0.0.1", 8090), here.resolve("data.simulator")),
                        null,
                        new HubConfig.Approval(Duration.ofMinutes(5), null),
                        new HubConfig.Push(URI.create("mailto:postmaster@localhost"), null),
                        null));
        assertThat(config.kafka().isEmbedded()).isTrue();
    }

    @Test
    void shouldDeriveNeighboursFromDataAndPort() {
        // Given
        flags = flags.with(ConfigKey.DATA, "--data", "/srv/hub").with(ConfigKey.HTTP_PORT, "--port", "9000");

        // When
        HubConfig config = read();

        // Then
        assertThat(config.keys()).isEqualTo(Path.of("/srv/hub.keys"));
        assertThat(config.simulator())
                .isEqualTo(new HubConfig.Simulator(new Endpoint("127.0.0.1", 9010), Path.of("/srv/hub.simulator")));
        assertThat(config.management().port()).isEqualTo(9001);
        assertThat(config.http().publicUrl()).isEqualTo(URI.create("http://localhost:9000"));
    }

    @Test
    void shouldLetAnyFreePortStandForItsNeighbours() {
        environment.put("CARILLON_HTTP_PORT", "0");
        HubConfig config = read();
        assertThat(problems.messages()).isEmpty();
        assertThat(config.management().port()).isZero();
        assertThat(config.simulator().endpoint().port()).isZero();
    }

    @Test
    void shouldReadEveryKeyFromTheEnvironment() throws IOException {
        // Given
        everyValue().forEach((key, value) -> environment.put(key.variable(), value));
        environment.remove(ConfigKey.TWILIO_AUTH_TOKEN.variable());

        // When // Then
        assertThat(read()).isEqualTo(everything());
        assertThat(problems.messages()).isEmpty();
    }

    @Test
    void shouldReadEveryKeyFromTheFile() throws IOException {
        // Given
        Map<ConfigKey, String> values = everyValue();
        values.remove(ConfigKey.TWILIO_AUTH_TOKEN);
        StringBuilder yaml = new StringBuilder();
        String group = "";
        for (ConfigKey key : ConfigKey.values()) {
            if (values.containsKey(key)) {
                int dot = key.path().indexOf('.');
                if (dot > 0 && !key.path().substring(0, dot).equals(group)) {
                    group = key.path().substring(0, dot);
                    yaml.append(group).append(":\n");
                }
                yaml.append(dot > 0 ? "  " : "").append(key.path().substring(dot + 1));
                yaml.append(": \"").append(values.get(key)).append("\"\n");
            }
        }
        file(yaml.toString());

        // When // Then
        assertThat(read()).isEqualTo(everything());
        assertThat(problems.messages()).isEmpty();
    }

    @Test
    void shouldPreferFlagsToEnvironmentToFile() throws IOException {
        // Given
        file("""
                data: /from/file
                http:
                  host: file.example
                  port: 1
                """);
        environment.put("CARILLON_HTTP_PORT", "2");
        environment.put("CARILLON_HTTP_HOST", "environment.example");
        flags = flags.with(ConfigKey.HTTP_PORT, "--port", "3");

        // When
        HubConfig config = read();

        // Then
        assertThat(config.data()).isEqualTo(Path.of("/from/file"));
        assertThat(config.http().endpoint()).isEqualTo(new Endpoint("environment.example", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARILLON_HTTP_PORT | http | http.port: expected a port, from 0 to 65535, found \"http\" (CARILLON_HTTP_PORT)",
                "CARILLON_HTTP_PORT | 65536 | http.port: expected a port, from 0 to 65535, found \"65536\" (CARILLON_HTTP_PORT)",
                "CARILLON_HTTP_PORT | -1 | http.port: expected a port, from 0 to 65535, found \"-1\" (CARILLON_HTTP_PORT)",
                "CARILLON_MANAGEMENT_PORT | x | management.port: expected a port, from 0 to 65535, found \"x\" (CARILLON_MANAGEMENT_PORT)",
                "CARILLON_SIMULATOR_PORT | x | simulator.port: expected a port, from 0 to 65535, found \"x\" (CARILLON_SIMULATOR_PORT)",
                "CARILLON_KAFKA_PORT | x | kafka.port: expected a port, from 0 to 65535, found \"x\" (CARILLON_KAFKA_PORT)",
                "CARILLON_MANAGEMENT_PORT | 8080 | http.port, management.port: all are 8080",
                "CARILLON_HTTP_PORT | 65530 | simulator.port: http.port leaves no room for it: set it by itself",
                "CARILLON_HTTP_PUBLIC_URL | ftp://x | http.publicUrl: expected an address such as https://alerts.example.org, found \"ftp://x\" (CARILLON_HTTP_PUBLIC_URL)",
                "CARILLON_TWILIO_BASE_URL | x | twilio.baseUrl: expected an address such as https://alerts.example.org, found \"x\" (CARILLON_TWILIO_BASE_URL)",
                "CARILLON_KAFKA_CLIENT_FILE | /nowhere | kafka.clientFile: /nowhere is no readable file",
                "CARILLON_TWILIO_AUTH_TOKEN_FILE | /nowhere | twilio.authTokenFile: /nowhere is no readable file",
                "CARILLON_TWILIO_AUTH_TOKEN | s3cret | twilio.accountSid: is missing, since twilio.authToken is set",
                "CARILLON_TWILIO_FROM | 12345 | twilio.from: is neither a number such as +15005550006 nor a Messaging Service (MG…)",
                "CARILLON_TWILIO_ACCOUNT_SID | AC1 | twilio.authToken: is missing, since twilio.accountSid is set",
                "CARILLON_CHANNELS | sms,fax | channels: names [fax]; there are [sms, web, radio, push]",
                "CARILLON_TWILIO_PARTS_PER_SECOND | 0 | twilio.partsPerSecond: is '0'; a number above 0 expected",
                "CARILLON_TWILIO_PRICE_PER_PART | 0,75 USD | twilio.pricePerPart: is '0,75 USD'; an amount and its currency expected, such as 0.0075 USD",
                "CARILLON_APPROVAL_DEPUTIES_AFTER_MINUTES | 0 | approval.deputiesAfterMinutes: expected minutes, from 1 to 1440, found \"0\" (CARILLON_APPROVAL_DEPUTIES_AFTER_MINUTES)",
                "CARILLON_APPROVAL_ALONE_AFTER_MINUTES | x | approval.aloneAfterMinutes: expected minutes, from 1 to 1440, found \"x\" (CARILLON_APPROVAL_ALONE_AFTER_MINUTES)",
                "CARILLON_PUSH_CONTACT | ops | push.contact: is neither mailto:somebody@example.org nor an https address",
                "CARILLON_PUSH_ALLOW_INSECURE_ENDPOINTS | yes | push.allowInsecureEndpoints: is 'yes'; true or false expected",
                "CARILLON_HTTP_PROT | 1 | CARILLON_HTTP_PROT: is not a known variable: did you mean CARILLON_HTTP_PORT?",
                "CARILLON_WEATHER | 1 | CARILLON_WEATHER: is not a known variable",
            })
    void shouldNameWhatIsWrong(String variable, String value, String problem) {
        // Given
        environment.put(variable, value);

        // When
        read();

        // Then
        assertThat(problems.messages()).containsExactly(problem);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseEmptyValues(ConfigKey key) {
        // Given
        environment.put(key.variable(), " ");

        // When
        read();

        // Then
        assertThat(problems.messages()).singleElement().asString().startsWith(key.path() + ": expected ");
        assertThat(problems.concern(key)).isTrue();
    }

    @Test
    void shouldRefuseKeysInsideTheDataFolder() {
        flags = flags.with(ConfigKey.DATA, "--data", "/srv/hub").with(ConfigKey.KEYS, "--keys", "/srv/hub/x/../keys");
        read();
        assertThat(problems.messages()).containsExactly("keys: /srv/hub/keys lies inside the data folder /srv/hub");
    }

    @Test
    void shouldSayAllAtOnce() throws IOException {
        // Given
        file("""
                htpt:
                  port: 8080
                twilio:
                  authToken: s3cret
                kafka:
                  port: broker
                """);
        environment.put("CARILLON_HTTP_PUBLIC_URL", "example.org");
        flags = flags.with(ConfigKey.HTTP_PORT, "--port", "none");

        // When
        read();

        // Then
        assertThat(problems.messages())
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem).contains("hub.yaml:1:1: htpt: is not a known key"))
                .contains(
                        "twilio.authToken: a secret has no place in a configuration file:"
                                + " use twilio.authTokenFile or CARILLON_TWILIO_AUTH_TOKEN",
                        "kafka.port: expected a port, from 0 to 65535, found \"broker\""
                                + " (line 6 of the configuration file)",
                        "http.port: expected a port, from 0 to 65535, found \"none\" (--port)")
                .noneSatisfy(problem -> assertThat(problem).contains("s3cret"));
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        flags = new Flags(temp.resolve("hub.yaml"));
        read();
        assertThat(problems.messages()).containsExactly(temp.resolve("hub.yaml") + ": is missing");
    }

    @Test
    void shouldRefuseAnEmptySecretFile() throws IOException {
        Path empty = Files.writeString(temp.resolve("empty"), "\n");
        environment.put("CARILLON_TWILIO_AUTH_TOKEN_FILE", empty.toString());
        read();
        assertThat(problems.messages()).containsExactly("twilio.authTokenFile: " + empty + " is empty");
    }

    @Test
    void shouldNotPrintSecrets() {
        environment.put("CARILLON_TWILIO_ACCOUNT_SID", "AC1");
        environment.put("CARILLON_TWILIO_AUTH_TOKEN", "s3cret");
        environment.put("CARILLON_TWILIO_FROM", "+15005550006");
        HubConfig config = read();
        assertThat(problems.messages()).isEmpty();
        assertThat(config.toString()).contains("AC1").doesNotContain("s3cret");
    }

    private HubConfig read() {
        return HubConfigReader.read(flags, environment, problems);
    }

    private void file(String yaml) throws IOException {
        flags = new Flags(Files.writeString(temp.resolve("hub.yaml"), yaml));
    }

    private Map<ConfigKey, String> everyValue() throws IOException {
        Files.writeString(temp.resolve("client.properties"), "security.protocol=SSL\n");
        Files.writeString(temp.resolve("token"), "s3cret\n");
        return new HashMap<>(Map.ofEntries(
                Map.entry(ConfigKey.DATA, "/d"),
                Map.entry(ConfigKey.KEYS, "/k"),
                Map.entry(ConfigKey.CITY, "/c"),
                Map.entry(ConfigKey.HTTP_HOST, "::1"),
                Map.entry(ConfigKey.HTTP_PORT, "1"),
                Map.entry(ConfigKey.HTTP_PUBLIC_URL, "https://alerts.example.org/"),
                Map.entry(ConfigKey.MANAGEMENT_HOST, "10.0.0.1"),
                Map.entry(ConfigKey.MANAGEMENT_PORT, "2"),
                Map.entry(ConfigKey.KAFKA_BOOTSTRAP, "a:9092,b:9092"),
                Map.entry(
                        ConfigKey.KAFKA_CLIENT_FILE,
                        temp.resolve("client.properties").toString()),
                Map.entry(ConfigKey.KAFKA_HOST, "10.0.0.2"),
                Map.entry(ConfigKey.KAFKA_PORT, "3"),
                Map.entry(ConfigKey.SIMULATOR_HOST, "10.0.0.3"),
                Map.entry(ConfigKey.SIMULATOR_PORT, "4"),
                Map.entry(ConfigKey.SIMULATOR_DATA, "/s"),
                Map.entry(ConfigKey.TWILIO_ACCOUNT_SID, "AC1"),
                Map.entry(ConfigKey.TWILIO_AUTH_TOKEN, "s3cret"),
                Map.entry(
                        ConfigKey.TWILIO_AUTH_TOKEN_FILE, temp.resolve("token").toString()),
                Map.entry(ConfigKey.TWILIO_FROM, "+15005550006"),
                Map.entry(ConfigKey.TWILIO_BASE_URL, "http://localhost:8090"),
                Map.entry(ConfigKey.CHANNELS, "web, radio,web"),
                Map.entry(ConfigKey.INSTANCE, "7"),
                Map.entry(ConfigKey.TWILIO_PARTS_PER_SECOND, "2.5"),
                Map.entry(ConfigKey.TWILIO_PRICE_PER_PART, "0.0075 USD"),
                Map.entry(ConfigKey.APPROVAL_DEPUTIES_AFTER, "3"),
                Map.entry(ConfigKey.APPROVAL_ALONE_AFTER, "15"),
                Map.entry(ConfigKey.PUSH_CONTACT, "mailto:ops@example.org"),
                Map.entry(ConfigKey.PUSH_ALLOW_INSECURE, "true"),
                Map.entry(ConfigKey.FEEDS_ALLOW_INSECURE, "true")));
    }

    private HubConfig everything() {
        return new HubConfig(
                Path.of("/d"),
                Path.of("/k"),
                Path.of("/c"),
                List.of("web", "radio"),
                "7",
                new HubConfig.Http(new Endpoint("::1", 1), URI.create("https://alerts.example.org")),
                new Endpoint("10.0.0.1", 2),
                new HubConfig.Kafka("a:9092,b:9092", temp.resolve("client.properties"), new Endpoint("10.0.0.2", 3)),
                new HubConfig.Simulator(new Endpoint("10.0.0.3", 4), Path.of("/s")),
                new HubConfig.Twilio(
                        "AC1",
                        new Secret("s3cret"),
                        "+15005550006",
                        URI.create("http://localhost:8090"),
                        2.5,
                        new Price(new BigDecimal("0.0075"), "USD")),
                new HubConfig.Approval(Duration.ofMinutes(3), Duration.ofMinutes(15)),
                new HubConfig.Push(URI.create("mailto:ops@example.org"), true),
                true);
    }
}
