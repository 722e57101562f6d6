package org.carillon.schemas.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchCodec;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;

/** Every topic of the hub: the only place where one is named. */
public final class Topics {
    /** Partitions of everything that is kept by resident; fixed for the life of an installation. */
    public static final int AUDIENCE_PARTITIONS = 16;

    /** Room for a CAP message of 2 MiB in base64 with its renditions. */
    public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    public static final Topic<String, AlertCommand> ALERT_COMMANDS =
            json("alert-commands", 1, log(Duration.ofDays(7)), AlertCommand.class, "ingest", "router");
    public static final Topic<String, Decision> DECISIONS =
            json("decisions", 1, log(Duration.ofDays(1)), Decision.class, "router", "ingest");
    public static final Topic<String, Alert> ALERTS =
            json("alerts", 1, compacted(), Alert.class, "router", "ingest, web, sms");
    public static final Topic<String, HistoryEntry> ALERT_HISTORY =
            json("alert-history", 1, kept(), HistoryEntry.class, "router", "ingest");
    public static final Topic<String, Rendition> RENDITIONS =
            json("renditions", 1, compacted(), Rendition.class, "router", "ingest, channels");
    public static final Topic<String, byte[]> CAP_DOCUMENTS =
            topic("cap-documents", 1, compacted(), Serdes.String(), Serdes.ByteArray(), "router", "ingest, web");
    public static final Topic<String, InboundMessage> RESIDENTS_INBOUND = json(
            "residents-inbound", AUDIENCE_PARTITIONS, log(Duration.ofDays(1)), InboundMessage.class, "sms", "router");
    public static final Topic<String, Reply> REPLIES =
            json("replies", 4, log(Duration.ofDays(1)), Reply.class, "router", "sms");
    public static final Topic<Integer, AudienceEntry> AUDIENCE = topic(
            "audience",
            AUDIENCE_PARTITIONS,
            compacted(),
            Serdes.Integer(),
            binary(AudienceEntryCodec::encode, AudienceEntryCodec::decode),
            "router",
            "router");
    public static final Topic<String, AudienceQuery> AUDIENCE_QUERIES = json(
            "audience-queries", AUDIENCE_PARTITIONS, log(Duration.ofDays(7)), AudienceQuery.class, "router", "router");
    public static final Topic<String, DeliveryBatch> SMS_URGENT = batches("sms-urgent", "sms");
    public static final Topic<String, DeliveryBatch> SMS_ROUTINE = batches("sms-routine", "sms");
    public static final Topic<String, SendMark> SMS_INTENTS =
            json("sms-intents", 1, log(Duration.ofDays(7)), SendMark.class, "sms", "sms");
    public static final Topic<String, String> SMS_SENDERS = topic(
            "sms-senders", 1, log(Duration.ofDays(1)), Serdes.String(), Serdes.String(), "nobody", "sms (ownership)");
    public static final Topic<String, DeliveryBatch> PUSH_URGENT = batches("push-urgent", "push");
    public static final Topic<String, DeliveryBatch> PUSH_ROUTINE = batches("push-routine", "push");
    public static final Topic<String, SendMark> PUSH_INTENTS =
            json("push-intents", 1, log(Duration.ofDays(7)), SendMark.class, "push", "push");
    public static final Topic<String, String> PUSH_SENDERS = topic(
            "push-senders", 1, log(Duration.ofDays(1)), Serdes.String(), Serdes.String(), "nobody", "push (ownership)");
    public static final Topic<String, SubscriptionCommand> SUBSCRIPTION_COMMANDS = json(
            "subscription-commands",
            AUDIENCE_PARTITIONS,
            log(Duration.ofDays(1)),
            SubscriptionCommand.class,
            "push, ingest",
            "router");
    public static final Topic<String, SubscriptionDecision> SUBSCRIPTION_DECISIONS = json(
            "subscription-decisions",
            1,
            log(Duration.ofHours(1)),
            SubscriptionDecision.class,
            "router",
            "push, ingest");
    public static final Topic<String, AudienceEstimate> AUDIENCE_ESTIMATES =
            json("audience-estimates", 1, compacted(), AudienceEstimate.class, "router", "ingest");
    public static final Topic<String, LedgerEntry> LEDGER =
            json("ledger", AUDIENCE_PARTITIONS, compacted(), LedgerEntry.class, "router", "router");
    public static final Topic<String, StationAccount> STATIONS =
            json("stations", 1, compacted(), StationAccount.class, "router, all-in-one", "radio, ingest, router");
    public static final Topic<String, StationReport> STATION_REPORTS =
            json("station-reports", 1, log(Duration.ofDays(7)), StationReport.class, "radio", "router");
    public static final Topic<String, Receipt> RECEIPTS =
            json("receipts", AUDIENCE_PARTITIONS, log(Duration.ofDays(7)), Receipt.class, "channels", "router");
    public static final Topic<String, ReachPartial> REACH_PARTIALS =
            json("reach-partials", 1, compacted(), ReachPartial.class, "router", "router");
    public static final Topic<String, Reach> REACH = json("reach", 1, compacted(), Reach.class, "router", "ingest");
    public static final Topic<String, GateEntry> GATE =
            json("gate", 1, compacted(), GateEntry.class, "router", "channels");
    public static final Topic<String, LogFact> TRANSPARENCY_FACTS =
            json("transparency-facts", 1, kept(), LogFact.class, "router", "router");
    /** Key: the index. The bytes of a value are a leaf of the tree; the header {@code head} is the signed head up to it. */
    public static final Topic<String, LogEntry> TRANSPARENCY_LOG =
            json("transparency-log", 1, kept(), LogEntry.class, "router", "web, router");

    public static final Topic<String, Account> ACCOUNTS =
            json("accounts", 1, compacted(), Account.class, "router, all-in-one", "ingest, router");
    public static final Topic<String, OfficeCommand> OFFICE_COMMANDS =
            json("office-commands", 1, log(Duration.ofDays(1)), OfficeCommand.class, "ingest, all-in-one", "router");
    public static final Topic<String, OfficeDecision> OFFICE_DECISIONS =
            json("office-decisions", 1, log(Duration.ofHours(1)), OfficeDecision.class, "router", "ingest");
    public static final Topic<String, AdminRequest> ADMIN_ACTS =
            json("admin-acts", 1, compacted(), AdminRequest.class, "router", "ingest");
    public static final Topic<String, Feed> FEEDS = json("feeds", 1, compacted(), Feed.class, "ingest", "ingest");
    public static final Topic<String, FeedState> FEED_STATES =
            json("feed-states", 1, compacted(), FeedState.class, "ingest", "ingest");
    public static final Topic<String, FeedItem> FEED_ITEMS =
            json("feed-items", 1, compactedFor(Duration.ofDays(30)), FeedItem.class, "ingest", "ingest");
    public static final Topic<String, DeadLetter> DEAD_LETTERS =
            json("dead-letters", 1, log(Duration.ofDays(30)), DeadLetter.class, "all", "operator");

    private static final List<Topic<?, ?>> ALL = List.of(
            ALERT_COMMANDS,
            DECISIONS,
            ALERTS,
            ALERT_HISTORY,
            RENDITIONS,
            CAP_DOCUMENTS,
            RESIDENTS_INBOUND,
            REPLIES,
            AUDIENCE,
            AUDIENCE_QUERIES,
            SMS_URGENT,
            SMS_ROUTINE,
            SMS_INTENTS,
            SMS_SENDERS,
            PUSH_URGENT,
            PUSH_ROUTINE,
            PUSH_INTENTS,
            PUSH_SENDERS,
            SUBSCRIPTION_COMMANDS,
            SUBSCRIPTION_DECISIONS,
            AUDIENCE_ESTIMATES,
            LEDGER,
            STATIONS,
            STATION_REPORTS,
            RECEIPTS,
            REACH_PARTIALS,
            REACH,
            GATE,
            TRANSPARENCY_FACTS,
            TRANSPARENCY_LOG,
            ACCOUNTS,
            OFFICE_COMMANDS,
            OFFICE_DECISIONS,
            ADMIN_ACTS,
            FEEDS,
            FEED_STATES,
            FEED_ITEMS,
            DEAD_LETTERS);

    private Topics() {}

    /** All of them, in the order of the way that an alert takes. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    /** The batches of one channel and lane. */
    public static Topic<String, DeliveryBatch> batches(ContactChannel channel, Lane lane) {
        boolean urgent = lane == Lane.URGENT;
        return switch (channel) {
            case SMS -> urgent ? SMS_URGENT : SMS_ROUTINE;
            case PUSH -> urgent ? PUSH_URGENT : PUSH_ROUTINE;
        };
    }

    private static Topic<String, DeliveryBatch> batches(String name, String reader) {
        return topic(
                name,
                AUDIENCE_PARTITIONS,
                log(Duration.ofDays(7)),
                Serdes.String(),
                binary(DeliveryBatchCodec::encode, DeliveryBatchCodec::decode),
                "router",
                reader);
    }

    private static <V> Topic<String, V> json(
            String name, int partitions, Map<String, String> config, Class<V> type, String writers, String readers) {
        return topic(name, partitions, config, Serdes.String(), Json.serde(type), writers, readers);
    }

    private static <K, V> Topic<K, V> topic(
            String name,
            int partitions,
            Map<String, String> config,
            Serde<K> key,
            Serde<V> value,
            String writers,
            String readers) {
        return new Topic<>(new TopicSpec("carillon." + name, partitions, config, writers, readers), key, value);
    }

    private static <V> Serde<V> binary(Function<V, byte[]> encode, Function<byte[], V> decode) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode.apply(value),
                (topic, bytes) -> bytes == null ? null : decode.apply(bytes));
    }

    private static Map<String, String> log(Duration retention) {
        return with(Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    private static Map<String, String> kept() {
        return with(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    private static Map<String, String> compacted() {
        return with(Map.of("cleanup.policy", "compact"));
    }

    /** The last of each key, and that only for so long. */
    private static Map<String, String> compactedFor(Duration retention) {
        return with(Map.of("cleanup.policy", "compact,delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    private static Map<String, String> with(Map<String, String> config) {
        Map<String, String> all = new HashMap<>(config);
        all.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        return all;
    }
}
