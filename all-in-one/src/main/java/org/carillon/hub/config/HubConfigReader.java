package org.carillon.hub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.ingest.alerts.Price;
import org.jspecify.annotations.Nullable;

/** Makes the hub's configuration of flags, environment and file, in that order of precedence. */
public final class HubConfigReader {
    private static final int DEFAULT_PORT = 8080;
    private static final int MANAGEMENT_OFFSET = 1;
    private static final int SIMULATOR_OFFSET = 10;
    private static final String ANY_ADDRESS = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    private final StartProblems problems;
    private final ConfigValues values;

    private HubConfigReader(ConfigSources sources, StartProblems problems) {
        this.problems = problems;
        this.values = new ConfigValues(sources, problems);
    }

    /**
     * Reads and checks everything. Where something is wrong it is noted in {@code problems} and the default stands in
     * for it, so that the rest of a start can be checked, too; the caller must not start with problems.
     */
    public static HubConfig read(Flags flags, Map<String, String> environment, StartProblems problems) {
        ConfigSources sources = new ConfigSources(problems);
        Path file = flags.file();
        if (file != null) {
            sources.add(ConfigFile.read(file, problems));
        }
        sources.addEnvironment(environment);
        sources.add(flags.values());
        return new HubConfigReader(sources, problems).config();
    }

    private HubConfig config() {
        Path data = values.folder(ConfigKey.DATA).orElse(Path.of("data").toAbsolutePath());
        int port = values.port(ConfigKey.HTTP_PORT, DEFAULT_PORT);
        HubConfig.Http http = http(port);
        HubConfig config = new HubConfig(
                data,
                values.folder(ConfigKey.KEYS).orElse(beside(data, ".keys")),
                values.folder(ConfigKey.CITY).orElse(null),
                channels(),
                values.text(ConfigKey.INSTANCE).orElse("0"),
                http,
                endpoint(ConfigKey.MANAGEMENT_HOST, ConfigKey.MANAGEMENT_PORT, after(port, MANAGEMENT_OFFSET)),
                kafka(),
                new HubConfig.Simulator(
                        endpoint(ConfigKey.SIMULATOR_HOST, ConfigKey.SIMULATOR_PORT, after(port, SIMULATOR_OFFSET)),
                        values.folder(ConfigKey.SIMULATOR_DATA).orElse(beside(data, ".simulator"))),
                twilio(),
                new HubConfig.Approval(
                        values.minutes(ConfigKey.APPROVAL_DEPUTIES_AFTER).orElse(Duration.ofMinutes(5)),
                        values.minutes(ConfigKey.APPROVAL_ALONE_AFTER).orElse(null)),
                push(http),
                values.flag(ConfigKey.FEEDS_ALLOW_INSECURE).orElse(null));
        checkTogether(config);
        return config;
    }

    private List<String> channels() {
        List<String> named = values.text(ConfigKey.CHANNELS)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(HubConfig.ALL_CHANNELS);
        List<String> unknown = named.stream()
                .filter(name -> !HubConfig.ALL_CHANNELS.contains(name))
                .toList();
        if (!unknown.isEmpty() || named.isEmpty()) {
            problems.add(ConfigKey.CHANNELS, "names " + unknown + "; there are " + HubConfig.ALL_CHANNELS);
        }
        return named.stream().distinct().toList();
    }

    private HubConfig.Push push(HubConfig.Http http) {
        URI contact =
                values.text(ConfigKey.PUSH_CONTACT).map(this::contact).orElseGet(() -> contactAt(http.publicUrl()));
        return new HubConfig.Push(
                contact, values.flag(ConfigKey.PUSH_ALLOW_INSECURE).orElse(null));
    }

    private static URI contactAt(URI publicUrl) {
        return "https".equals(publicUrl.getScheme())
                ? publicUrl
                : URI.create("mailto:postmaster@" + publicUrl.getHost());
    }

    private URI contact(String text) {
        if (text.matches("mailto:[^@\\s]+@[^@\\s]+|https://\\S+")) {
            return URI.create(text);
        }
        problems.add(ConfigKey.PUSH_CONTACT, "is neither mailto:somebody@example.org nor an https address");
        return URI.create("mailto:nobody@example.org");
    }

    private HubConfig.Http http(int port) {
        String host = values.text(ConfigKey.HTTP_HOST).orElse(ANY_ADDRESS);
        URI url = values.url(ConfigKey.HTTP_PUBLIC_URL).orElse(URI.create("http://localhost:" + port));
        return new HubConfig.Http(new Endpoint(host, port), url);
    }

    private HubConfig.Kafka kafka() {
        return new HubConfig.Kafka(
                values.text(ConfigKey.KAFKA_BOOTSTRAP).orElse(null),
                values.file(ConfigKey.KAFKA_CLIENT_FILE).orElse(null),
                endpoint(ConfigKey.KAFKA_HOST, ConfigKey.KAFKA_PORT, 0));
    }

    private HubConfig.@Nullable Twilio twilio() {
        Optional<String> account = values.text(ConfigKey.TWILIO_ACCOUNT_SID);
        Secret token = values.secret(ConfigKey.TWILIO_AUTH_TOKEN, ConfigKey.TWILIO_AUTH_TOKEN_FILE);
        URI url = values.url(ConfigKey.TWILIO_BASE_URL).orElse(URI.create("https://api.twilio.com"));
        Optional<String> from = values.text(ConfigKey.TWILIO_FROM);
        Optional<Double> perSecond = values.rate(ConfigKey.TWILIO_PARTS_PER_SECOND);
        Optional<Price> price = values.price(ConfigKey.TWILIO_PRICE_PER_PART);
        if (from.isPresent() && !from.get().matches("\\+[1-9]\\d{6,14}|MG[0-9a-f]{32}")) {
            problems.add(
                    ConfigKey.TWILIO_FROM, "is neither a number such as +15005550006 nor a Messaging Service (MG…)");
        }
        if (account.isPresent() && token != null && from.isEmpty()) {
            problems.add(ConfigKey.TWILIO_FROM, "is missing, since twilio.accountSid is set");
        }
        if (account.isPresent() && token != null) {
            return new HubConfig.Twilio(
                    account.get(), token, from.orElse(""), url, perSecond.orElse(null), price.orElse(null));
        }
        boolean tokenIsWrong =
                problems.concern(ConfigKey.TWILIO_AUTH_TOKEN) || problems.concern(ConfigKey.TWILIO_AUTH_TOKEN_FILE);
        if (account.isPresent() && !tokenIsWrong) {
            problems.add(ConfigKey.TWILIO_AUTH_TOKEN, "is missing, since twilio.accountSid is set");
        }
        if (token != null && !problems.concern(ConfigKey.TWILIO_ACCOUNT_SID)) {
            problems.add(ConfigKey.TWILIO_ACCOUNT_SID, "is missing, since twilio.authToken is set");
        }
        return null;
    }

    /** A server that listens on loopback unless told otherwise. */
    private Endpoint endpoint(ConfigKey host, ConfigKey port, int defaultPort) {
        int chosen = values.port(port, defaultPort);
        if (chosen > ConfigValues.HIGHEST_PORT) {
            problems.add(port, "http.port leaves no room for it: set it by itself");
        }
        return new Endpoint(values.text(host).orElse(LOOPBACK), chosen);
    }

    private void checkTogether(HubConfig config) {
        if (config.keys().startsWith(config.data())) {
            problems.add(ConfigKey.KEYS, config.keys() + " lies inside the data folder " + config.data());
        }
        Map<Integer, List<String>> users = new HashMap<>();
        use(users, ConfigKey.HTTP_PORT, config.http().endpoint());
        use(users, ConfigKey.MANAGEMENT_PORT, config.management());
        use(users, ConfigKey.SIMULATOR_PORT, config.simulator().endpoint());
        use(users, ConfigKey.KAFKA_PORT, config.kafka().embedded());
        users.forEach((port, keys) -> {
            if (keys.size() > 1) {
                problems.add(String.join(", ", keys) + ": all are " + port);
            }
        });
    }

    private void use(Map<Integer, List<String>> users, ConfigKey key, Endpoint endpoint) {
        if (endpoint.port() != 0 && !problems.concern(key) && !problems.concern(ConfigKey.HTTP_PORT)) {
            users.computeIfAbsent(endpoint.port(), port -> new ArrayList<>()).add(key.path());
        }
    }

    private static Path beside(Path data, String suffix) {
        return Path.of(data + suffix);
    }

    /** Port 0 means any free one, for its neighbours as well. */
    private static int after(int port, int offset) {
        return port == 0 ? 0 : port + offset;
    }
}
