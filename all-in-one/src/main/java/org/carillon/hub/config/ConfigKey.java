package org.carillon.hub.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every key of the configuration, as the file names it, with what the README's table says of it. */
public enum ConfigKey {
    DATA("data", "`data`", "folder for everything that the hub must remember"),
    KEYS("keys", "`<data>.keys`", "folder of the key ring; never inside `data`"),
    CITY("city", "what `init` installed", "folder of the city pack"),
    CHANNELS("channels", "`sms, web, radio, push`", "the channels that this hub has, separated by commas"),
    INSTANCE("instance", "`0`", "name of this process among those of its kind on a cluster; the same after a restart"),
    HTTP_HOST("http.host", "`0.0.0.0`", "address that the public HTTP port listens on"),
    HTTP_PORT("http.port", "`8080`", "public HTTP: residents, officers, partners, stations, webhooks"),
    HTTP_PUBLIC_URL("http.publicUrl", "`http://localhost:<http.port>`", "how the outside reaches the public port"),
    MANAGEMENT_HOST("management.host", "`127.0.0.1`", "address that the management port listens on"),
    MANAGEMENT_PORT("management.port", "`http.port` + 1", "health, readiness and metrics"),
    KAFKA_BOOTSTRAP("kafka.bootstrap", "none: embedded", "an external Kafka, `host:port,host:port`"),
    KAFKA_CLIENT_FILE("kafka.clientFile", "none", "properties file for clients of an external Kafka (TLS, SASL)"),
    KAFKA_HOST("kafka.host", "`127.0.0.1`", "address that the embedded Kafka listens on"),
    KAFKA_PORT("kafka.port", "`0`: a free one, kept", "port of the embedded Kafka"),
    SIMULATOR_HOST("simulator.host", "`127.0.0.1`", "address that the Twilio simulator listens on"),
    SIMULATOR_PORT("simulator.port", "`http.port` + 10", "the Twilio simulator of `demo` and `up --demo`"),
    SIMULATOR_DATA("simulator.data", "`<data>.simulator`", "folder of the Twilio simulator's memory"),
    TWILIO_ACCOUNT_SID("twilio.accountSid", "none: no SMS", "the account that sends"),
    TWILIO_AUTH_TOKEN("twilio.authToken", "none", "its secret, by environment only"),
    TWILIO_AUTH_TOKEN_FILE("twilio.authTokenFile", "none", "file that holds its secret"),
    TWILIO_FROM("twilio.from", "none", "the number (E.164) or Messaging Service (`MG…`) that sends"),
    TWILIO_BASE_URL("twilio.baseUrl", "`https://api.twilio.com`", "where Twilio's API is"),
    TWILIO_PARTS_PER_SECOND(
            "twilio.partsPerSecond", "none: no limit", "SMS parts that the sender may hand over a second"),
    TWILIO_PRICE_PER_PART(
            "twilio.pricePerPart", "none: not shown", "what one SMS part costs, for the preview: `0.0075 USD`"),
    APPROVAL_DEPUTIES_AFTER(
            "approval.deputiesAfterMinutes", "`5`", "how long approvers have before their deputies are told by SMS"),
    APPROVAL_ALONE_AFTER(
            "approval.aloneAfterMinutes",
            "none: never",
            "how long approvers have before the author may issue an Extreme alert from reviewed templates alone, with a"
                    + " second factor and a public reason"),
    PUSH_CONTACT(
            "push.contact", "`http.publicUrl`", "`mailto:` or `https:` address of the operator, for push services"),
    PUSH_ALLOW_INSECURE(
            "push.allowInsecureEndpoints",
            "`false`; `true` for a demo",
            "push to http and private addresses as well: for tests only"),
    FEEDS_ALLOW_INSECURE(
            "feeds.allowInsecureSources",
            "`false`; `true` for a demo",
            "feeds by plain http and at private addresses as well: for tests only");

    private static final String VARIABLE_PREFIX = "CARILLON_";

    private final String path;
    private final String fallback;
    private final String meaning;

    ConfigKey(String path, String fallback, String meaning) {
        this.path = path;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** The name in the configuration file, {@code http.publicUrl}. */
    public String path() {
        return path;
    }

    /** The name in the environment, {@code CARILLON_HTTP_PUBLIC_URL}. */
    public String variable() {
        return VARIABLE_PREFIX
                + path.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** True for what must not stand in a file that people copy around. */
    public boolean isSecret() {
        return this == TWILIO_AUTH_TOKEN;
    }

    static boolean isVariable(String name) {
        return name.startsWith(VARIABLE_PREFIX);
    }

    static Optional<ConfigKey> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(key -> key.variable().equals(name))
                .findFirst();
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(ConfigKey::variable).toList();
    }

    /** The table of all keys in Markdown, as it stands in the README. */
    public static String table() {
        StringBuilder table = new StringBuilder("| key | environment | default | meaning |\n|---|---|---|---|\n");
        for (ConfigKey key : values()) {
            table.append("| `")
                    .append(key.path)
                    .append("` | `")
                    .append(key.variable())
                    .append("` | ")
                    .append(key.fallback)
                    .append(" | ")
                    .append(key.meaning)
                    .append(" |\n");
        }
        return table.toString();
    }
}
