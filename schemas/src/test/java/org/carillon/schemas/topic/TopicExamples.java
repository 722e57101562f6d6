package org.carillon.schemas.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.OfficerSession;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.CodeUse;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.LoggedAlert;
import org.carillon.schemas.transparency.RenditionDigest;
import org.jspecify.annotations.Nullable;

/** One value of each kind that a JSON topic carries, with and without what may be missing. */
final class TopicExamples {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SENDER = "water@maravel.example";
    private static final AlertId ID = AlertId.of(SENDER, "boil-1", NOON);
    private static final AlertId NEXT = AlertId.of(SENDER, "boil-2", NOON);
    private static final SealedContact SEALED = SealedContact.ofBytes(new byte[] {1, 2, 3, (byte) 0xfb, (byte) 0xff});
    private static final ContactId CONTACT = new ContactId(1, 2);
    private static final Actor AUTHOR = new Actor("ana", Set.of(Role.AUTHOR));
    private static final BatchId BATCH = new BatchId(ID, 3, 7);
    private static final Rendition RENDITION = new Rendition(
            "sms", "es", ContentFormat.PLAIN, "Hierva el agua.", Map.of("parts", "1", "encoding", "GSM-7"));
    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId(3, 4);
    private static final Preferences PREFERENCES = new Preferences(
            List.of("es", "en"), List.of("D01"), List.of("water"), Level.SEVERE, ContentFormat.STANDARD);
    private static final Subscription.Consent CONSENT = new Subscription.Consent("push-1", "es", NOON, "browser");
    private static final Counts COUNTS = new Counts(10, 6, 4, 1, 1);
    private static final Latencies LATENCIES = new Latencies(List.of(0L, 6L), 1, 2);
    private static final AreaChoice AREAS =
            new AreaChoice(AreaChoice.Mode.ADD, false, List.of("D01"), List.of("D02", "D03"));

    private TopicExamples() {}

    /** By name of the topic: the type of its values, and examples. */
    static Map<String, Examples<?>> all() {
        Map<String, Examples<?>> all = new LinkedHashMap<>();
        put(all, Topics.ALERT_COMMANDS, AlertCommand.class, commands());
        put(all, Topics.DECISIONS, Decision.class, decisions());
        put(all, Topics.ALERTS, Alert.class, List.of(issued(), ended()));
        put(all, Topics.ALERT_HISTORY, HistoryEntry.class, history());
        put(all, Topics.RENDITIONS, Rendition.class, List.of(RENDITION));
        put(all, Topics.RESIDENTS_INBOUND, InboundMessage.class, inbound());
        put(all, Topics.REPLIES, Reply.class, List.of(reply()));
        put(all, Topics.AUDIENCE_QUERIES, AudienceQuery.class, queries());
        put(all, Topics.SMS_INTENTS, SendMark.class, marks());
        put(all, Topics.PUSH_INTENTS, SendMark.class, marks());
        put(all, Topics.SUBSCRIPTION_COMMANDS, SubscriptionCommand.class, subscriptionCommands());
        put(all, Topics.SUBSCRIPTION_DECISIONS, SubscriptionDecision.class, subscriptionDecisions());
        put(
                all,
                Topics.AUDIENCE_ESTIMATES,
                AudienceEstimate.class,
                List.of(new AudienceEstimate(ID, 1, 3, Map.of("sms", Map.of("es", 12L)), Map.of("fr", 2L))));
        put(
                all,
                Topics.LEDGER,
                LedgerEntry.class,
                List.of(
                        new LedgerEntry(new LedgerId(5, 6), LedgerEntry.Kind.ERASED, NOON, "4711", NOON),
                        new LedgerEntry(new LedgerId(7, 8), LedgerEntry.Kind.STOPPED, NOON, null, null)));
        put(
                all,
                Topics.STATIONS,
                StationAccount.class,
                List.of(new StationAccount(
                        "radio-sol", "Radio Sol", List.of("es"), List.of("D01"), "00ff", true, NOON)));
        put(
                all,
                Topics.STATION_REPORTS,
                StationReport.class,
                List.of(
                        new StationReport.Pulled("radio-sol", "b1", List.of(ID), NOON),
                        new StationReport.Aired("radio-sol", "b1", List.of(ID), NOON, 42)));
        put(all, Topics.RECEIPTS, Receipt.class, receipts());
        put(all, Topics.REACH_PARTIALS, ReachPartial.class, List.of(partial()));
        put(all, Topics.REACH, Reach.class, List.of(reach(null), reach(new RadioReach(2, 3))));
        put(all, Topics.GATE, GateEntry.class, gate());
        put(all, Topics.TRANSPARENCY_FACTS, LogFact.class, facts());
        put(
                all,
                Topics.TRANSPARENCY_LOG,
                LogEntry.class,
                List.of(
                        new LogEntry(0, facts().get(4)),
                        new LogEntry(1, facts().getFirst()),
                        new LogEntry(2, facts().get(5))));
        put(all, Topics.ACCOUNTS, Account.class, List.of(account(null), account(new Duty(SEALED, true)), guarded()));
        put(all, Topics.OFFICE_COMMANDS, OfficeCommand.class, officeCommands());
        put(
                all,
                Topics.OFFICE_DECISIONS,
                OfficeDecision.class,
                List.of(
                        new OfficeDecision.Done("c1", 3, null),
                        new OfficeDecision.Done("c2", 3, proposal()),
                        new OfficeDecision.Refused("c3", Decision.Refusal.CONFLICT, "it is decided already")));
        put(
                all,
                Topics.ADMIN_ACTS,
                AdminRequest.class,
                acts().map(act -> AdminRequest.pending("a1", act, "Ana is on leave", "root", NOON))
                        .toList());
        put(all, Topics.FEEDS, Feed.class, feeds());
        put(
                all,
                Topics.FEED_STATES,
                FeedState.class,
                List.of(
                        new FeedState("met", "https://met.example/a", "\"7\"", "yesterday", NOON, NOON, "too long"),
                        new FeedState("met", "https://met.example/a", null, null, NOON, null, null)));
        put(
                all,
                Topics.FEED_ITEMS,
                FeedItem.class,
                List.of(
                        new FeedItem("met", "a1", FeedItem.Outcome.TAKEN, ID, null, null, NOON),
                        new FeedItem(
                                "met",
                                "a2",
                                FeedItem.Outcome.REFUSED,
                                null,
                                "no sent",
                                CapBytes.of("<alert/>".getBytes(StandardCharsets.UTF_8)),
                                NOON)));
        put(
                all,
                Topics.DEAD_LETTERS,
                DeadLetter.class,
                List.of(new DeadLetter("carillon.receipts", 3, 99, "cannot read a Receipt", NOON)));
        return all;
    }

    /** What one topic carries. */
    record Examples<V>(Topic<String, V> topic, Class<V> type, List<V> values) {}

    private static <V> void put(Map<String, Examples<?>> all, Topic<String, V> topic, Class<V> type, List<V> values) {
        all.put(topic.name(), new Examples<>(topic, type, values));
    }

    private static List<SubscriptionCommand> subscriptionCommands() {
        return List.of(
                new SubscriptionCommand.Subscribe(
                        "c1",
                        SUBSCRIPTION,
                        NOON,
                        CONTACT,
                        "city-alerts",
                        ContactChannel.PUSH,
                        SEALED,
                        PREFERENCES,
                        CONSENT),
                new SubscriptionCommand.Change("c2", SUBSCRIPTION, NOON, PREFERENCES),
                new SubscriptionCommand.Look("c3", SUBSCRIPTION, NOON),
                new SubscriptionCommand.End("c4", SUBSCRIPTION, NOON, "erased"),
                new SubscriptionCommand.Declare(
                        "c6",
                        SUBSCRIPTION,
                        NOON,
                        CONTACT,
                        "city-alerts",
                        SEALED,
                        PREFERENCES,
                        Subscription.Consent.declared("Yes, warn me.", "es", NOON, "archive 12"),
                        true));
    }

    private static List<SubscriptionDecision> subscriptionDecisions() {
        return List.of(
                new SubscriptionDecision.Standing("c1", SUBSCRIPTION, "city-alerts", PREFERENCES, CONSENT, NOON),
                new SubscriptionDecision.Ended("c4", SUBSCRIPTION),
                new SubscriptionDecision.Missing("c2", SUBSCRIPTION),
                new SubscriptionDecision.Refused("c5", SUBSCRIPTION, "the city has no district D99"),
                new SubscriptionDecision.Declared("c6", SUBSCRIPTION, SubscriptionDecision.Declared.Outcome.ASKED));
    }

    private static AlertContent content() {
        Map<String, AlertText> texts = new LinkedHashMap<>();
        texts.put(
                "en",
                new AlertText(
                        "Boil water",
                        "Boil your water",
                        "Bacteria found.",
                        "Boil it.",
                        "Boil water.",
                        "Maravel Water"));
        texts.put("es", new AlertText("Agua", "Hierva el agua", null, null, null));
        return new AlertContent(
                "boil-1",
                SENDER,
                OffsetDateTime.parse("2026-11-22T13:00:00+01:00"),
                Status.ACTUAL,
                MsgType.UPDATE,
                Scope.PUBLIC,
                "city-alerts",
                "water",
                Category.HEALTH,
                Severity.SEVERE,
                Urgency.IMMEDIATE,
                Certainty.OBSERVED,
                List.of(ResponseType.AVOID),
                List.of("D01", "D02"),
                Map.of("D01", "POLYGON", "D02", "GEOCODE"),
                texts,
                NOON.plusSeconds(3600),
                List.of(new AlertReference(SENDER, "boil-0", OffsetDateTime.parse("2026-11-22T10:00:00Z"))),
                List.of("sms"),
                true,
                new SignatureCheck(SignatureState.VALID, "CN=water", "as pinned"),
                "ab".repeat(32),
                "cd".repeat(32),
                "ef".repeat(32),
                new AlertSource("weather-office", true, "the year is 2568", List.of("a polygon was closed")),
                null);
    }

    /** As older versions wrote it, and as it is without a feed. */
    private static AlertContent sparse() {
        AlertContent full = content();
        return new AlertContent(
                full.identifier(),
                full.sender(),
                full.sent(),
                full.status(),
                full.msgType(),
                full.scope(),
                full.purpose(),
                full.topic(),
                full.category(),
                full.severity(),
                full.urgency(),
                full.certainty(),
                full.responseTypes(),
                full.districts(),
                full.matchedBy(),
                full.texts(),
                full.expires(),
                full.references(),
                full.channels(),
                full.question(),
                SignatureCheck.UNSIGNED,
                full.contentDigest(),
                full.renditionsDigest(),
                null,
                null,
                null);
    }

    private static Alert issued() {
        return new Alert(
                ID,
                VerificationCode.of(SENDER, "boil-1", NOON),
                2,
                AlertState.ISSUED,
                content(),
                List.of(NEXT),
                "ana",
                "ben",
                "checked",
                List.of("es"),
                NOON,
                NOON.plusSeconds(5),
                NOON.plusSeconds(9),
                NEXT);
    }

    private static Alert ended() {
        return new Alert(
                ID,
                VerificationCode.of(SENDER, "boil-1", NOON),
                1,
                AlertState.PENDING_APPROVAL,
                sparse(),
                List.of(),
                "ana",
                null,
                null,
                List.of(),
                NOON,
                null,
                null,
                null);
    }

    private static List<AlertCommand> commands() {
        return List.of(
                new AlertCommand.Submit(
                        "c1",
                        ID,
                        NOON,
                        AUTHOR,
                        content(),
                        List.of(RENDITION),
                        List.of("es"),
                        CapBytes.of("<alert/>".getBytes(StandardCharsets.UTF_8)),
                        false,
                        true,
                        false,
                        true,
                        new AlertCommand.Remarks("the boiling time was wrong", List.of("es"), true)),
                new AlertCommand.SubmitDraft("c2", ID, NOON, AUTHOR),
                new AlertCommand.Approve(
                        "c3", ID, NOON, AUTHOR, "right", "cd".repeat(32), List.of("es"), List.of("D01")),
                new AlertCommand.Reject("c4", ID, NOON, AUTHOR, "wrong place"),
                new AlertCommand.Return("c5", ID, NOON, new Actor("ben", Set.of(Role.APPROVER), SENDER, NOON), null),
                new AlertCommand.Signed(
                        new AlertCommand.SubmitDraft("c6", ID, NOON, AUTHOR),
                        "ef".repeat(32),
                        CapBytes.of("<alert/>".getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Feed> feeds() {
        return List.of(
                new Feed(
                        "met",
                        "https://met.example/a",
                        List.of(SENDER),
                        true,
                        "city-alerts",
                        "weather",
                        true,
                        60,
                        true,
                        "cleo",
                        NOON),
                new Feed(
                        "sea",
                        "https://sea.example/",
                        List.of(SENDER),
                        false,
                        null,
                        null,
                        false,
                        60,
                        true,
                        "cleo",
                        NOON));
    }

    private static List<Decision> decisions() {
        return List.of(
                new Decision.Done("c1", ID, issued(), true),
                new Decision.Refused("c2", ID, Decision.Refusal.NOT_FOUND, "no such alert", null));
    }

    private static List<HistoryEntry> history() {
        return List.of(
                new HistoryEntry(ID, 1, NOON, "ana", "submitted", null, null, AlertState.PENDING_APPROVAL),
                new HistoryEntry(
                        ID, 1, NOON, "ben", "approved", "right", AlertState.PENDING_APPROVAL, AlertState.ISSUED));
    }

    private static List<InboundMessage> inbound() {
        List<Meaning> meanings = List.of(
                new Meaning.Join("en", AREAS, "es"),
                new Meaning.Yes("en"),
                new Meaning.Stop("en", true, false),
                new Meaning.Start("en"),
                new Meaning.Lang("en", "es", true, null),
                new Meaning.Area("en", null),
                new Meaning.Help("ar"),
                new Meaning.Forget("en", "471108"),
                new Meaning.Forget("ar", null),
                new Meaning.Choice("en", 2));
        return List.of(
                new InboundMessage("SM1", CONTACT, "city-alerts", SEALED, NOON, meanings, "STOP"),
                new InboundMessage("SM2", CONTACT, "city-alerts", SEALED, NOON, List.of(), null));
    }

    private static Reply reply() {
        return new Reply(
                "SM1-0",
                CONTACT,
                "city-alerts",
                SEALED,
                "ar",
                ReplyKey.CONSENT,
                List.of("D01"),
                List.of("D02"),
                Map.of("level", "severe"),
                NOON);
    }

    private static List<AudienceQuery> queries() {
        return List.of(
                new AudienceQuery.Cut(
                        ID,
                        2,
                        Lane.URGENT,
                        Severity.SEVERE,
                        new AudienceQuery.Match("city-alerts", List.of("D01"), "water", Severity.SEVERE),
                        List.of(NEXT),
                        List.of("sms"),
                        List.of("en", "es"),
                        List.of(ContentFormat.STANDARD, ContentFormat.PLAIN),
                        List.of(new AudienceQuery.Made("sms", "en", ContentFormat.PLAIN)),
                        NOON,
                        NOON.plusSeconds(3600)),
                new AudienceQuery.Count(
                        ID,
                        2,
                        new AudienceQuery.Match("city-alerts", List.of("D01"), "water", Severity.SEVERE),
                        List.of("sms", "push"),
                        List.of("en", "es"),
                        null),
                new AudienceQuery.Dismiss(ID, 2),
                new AudienceQuery.Withdraw(ID, NOON, NOON.plusSeconds(3600)));
    }

    private static List<SendMark> marks() {
        DeliveryId toResident = new DeliveryId.OfAlert(BATCH, 42);
        DeliveryId answer = new DeliveryId.OfReply("SM1-0");
        return List.of(
                new SendMark.Intent(
                        toResident,
                        NOON,
                        1,
                        new DeliveryTask.OfAlert(
                                toResident,
                                "city-alerts",
                                SEALED,
                                new Recipient(3, 77),
                                new RenditionKey(ID, 2, "sms", "es", ContentFormat.PLAIN),
                                Lane.ROUTINE,
                                NOON)),
                new SendMark.Intent(answer, NOON, 2, new DeliveryTask.OfReply(answer, "city-alerts", SEALED, reply())),
                new SendMark.Outcome(toResident, NOON, 1, SendMark.Result.ACCEPTED, "SM9", null, null),
                new SendMark.Outcome(toResident, NOON, 1, SendMark.Result.IN_DOUBT, null, "503", NOON));
    }

    private static List<Receipt> receipts() {
        return List.of(
                new Receipt.Progress(
                        BATCH,
                        "sms",
                        List.of(
                                new Receipt.Change(0, DeliveryStatus.SENT, NOON, null),
                                new Receipt.Change(1, DeliveryStatus.FAILED, NOON, "30003"))),
                new Receipt.Drained(ID, 3, "sms"));
    }

    private static ReachPartial partial() {
        return new ReachPartial(
                ID, 3, true, Map.of("sms", COUNTS), Map.of("es", COUNTS), Map.of("D01", COUNTS), LATENCIES);
    }

    private static Reach reach(@Nullable RadioReach radio) {
        return new Reach(ID, 16, Map.of("sms", COUNTS), Map.of("es", COUNTS), Map.of("D01", COUNTS), LATENCIES, radio);
    }

    private static List<GateEntry> gate() {
        return List.of(
                new GateEntry.AlertWithdrawn(ID, "cancelled", NOON),
                new GateEntry.ContactStopped(CONTACT, "SM1-0", NOON),
                new GateEntry.RecipientRemoved(new Recipient(3, 77), "stopped", NOON));
    }

    private static LogFact act(LoggedAct act, ActDecider by) {
        return new LogFact.ActConfirmed(NOON, act, by);
    }

    private static List<LogFact> facts() {
        LoggedAlert alert = new LoggedAlert(
                ID,
                VerificationCode.of(SENDER, "boil-1", NOON),
                SENDER,
                "boil-1",
                OffsetDateTime.parse("2026-11-22T13:00:00+01:00"),
                Status.ACTUAL,
                MsgType.UPDATE,
                Severity.SEVERE,
                "water",
                List.of("en", "es"),
                List.of("D01", "D02"),
                NOON.plusSeconds(3600),
                List.of(new AlertReference(SENDER, "boil-0", OffsetDateTime.parse("2026-11-22T10:00:00Z"))),
                List.of(NEXT),
                Decider.LONE_OFFICER,
                "the river rises",
                NOON,
                SignatureState.VALID,
                List.of("es"),
                "ab".repeat(32),
                "cd".repeat(32),
                List.of(RenditionDigest.of(RENDITION)));
        return List.of(
                new LogFact.Issued(alert),
                new LogFact.Updated(alert),
                new LogFact.Cancelled(alert),
                new LogFact.Corrected(alert),
                new LogFact.PolicyChanged(NOON, List.of(new LogFact.Setting("correction.window", "PT1H"))),
                act(
                        new LoggedAct.Officer(
                                LoggedAct.Change.CHANGED, List.of(Role.AUTHOR), List.of(Role.AUTHOR, Role.APPROVER)),
                        ActDecider.SECOND_ADMINISTRATOR),
                act(new LoggedAct.Officer(LoggedAct.Change.OPENED, List.of(), List.of(Role.ADMIN)), ActDecider.ALONE),
                act(
                        new LoggedAct.Officer(LoggedAct.Change.NEW_START, List.of(Role.ADMIN), List.of(Role.ADMIN)),
                        ActDecider.OPERATOR),
                act(
                        new LoggedAct.Station(
                                LoggedAct.Change.NEW_KEY, "radio-sol", "Radio Sol", List.of("es"), List.of("D01")),
                        ActDecider.SECOND_ADMINISTRATOR),
                act(
                        new LoggedAct.SigningKey("AB" + ":CD".repeat(31), "EF" + ":01".repeat(31)),
                        ActDecider.SECOND_ADMINISTRATOR),
                act(
                        new LoggedAct.TrustedFeed("weather-office", "weather.example", List.of(SENDER)),
                        ActDecider.SECOND_ADMINISTRATOR),
                act(new LoggedAct.Permit(AdminAct.Permit.IMPORT, "city-alerts"), ActDecider.SECOND_ADMINISTRATOR),
                act(new LoggedAct.Permit("other", null), ActDecider.SECOND_ADMINISTRATOR),
                act(
                        new LoggedAct.DistrustedFeed("weather-office", "weather.example", List.of(SENDER)),
                        ActDecider.ONE_ADMINISTRATOR));
    }

    private static Account account(@Nullable Duty duty) {
        return new Account(
                "ana",
                "Ana",
                Set.of(Role.AUTHOR),
                SENDER,
                "$argon2id$v=19$x",
                Set.of("ab".repeat(32)),
                true,
                NOON,
                duty,
                null);
    }

    private static Account guarded() {
        return account(null)
                .with(new AccountSecurity(
                        2,
                        false,
                        new SecondFactor("AXx", 59_000_000, Set.of("ab".repeat(32)), NOON),
                        List.of(new OfficerSession("s1", NOON, NOON.plusSeconds(3600), true))));
    }

    private static Stream<AdminAct> acts() {
        return Stream.of(
                new AdminAct.CreateOfficer(
                        "bo", "Bo", Set.of(Role.APPROVER), SENDER, "$argon2id$v=19$x", Set.of("ab".repeat(32))),
                new AdminAct.CreateOfficer("bo", "Bo", Set.of(Role.APPROVER), SENDER, null, Set.of()),
                new AdminAct.ChangeOfficer("bo", "Bo", Set.of(Role.ADMIN), SENDER, false),
                new AdminAct.ResetOfficer("bo", "$argon2id$v=19$x"),
                new AdminAct.RecoverOfficer("bo", "$argon2id$v=19$x"),
                new AdminAct.CreateStation("radio-sol", "Radio Sol", List.of("es"), List.of("D01"), "00ff"),
                new AdminAct.ChangeStation("radio-sol", "Radio Sol", List.of("es"), List.of(), false),
                new AdminAct.NewStationKey("radio-sol", "00ff"),
                new AdminAct.Permit(AdminAct.Permit.IMPORT, "city-alerts", "ab".repeat(32)),
                new AdminAct.NewSigningKey("AB" + ":CD".repeat(31), "EF" + ":01".repeat(31)),
                new AdminAct.TrustFeed(
                        "weather-office", "https://weather.example/cap.atom", List.of(SENDER), "ab".repeat(32)),
                new AdminAct.DistrustFeed(
                        "weather-office", "https://weather.example/cap.atom", List.of(SENDER), "ab".repeat(32)));
    }

    private static AdminRequest proposal() {
        return AdminRequest.pending("a1", acts().findFirst().orElseThrow(), "new approver", "root", NOON)
                .decided(AdminRequest.State.CONFIRMED, "second", NOON, "seen", false);
    }

    private static List<OfficeCommand> officeCommands() {
        CodeUse step = new CodeUse(59_000_000L, null);
        return List.of(
                new OfficeCommand.SignIn("c1", NOON, "ana", 2, "s1", NOON.plusSeconds(3600), step),
                new OfficeCommand.SignIn("c2", NOON, "ana", 2, "s1", NOON.plusSeconds(3600), null),
                new OfficeCommand.UseCode("c3", NOON, "ana", 2, new CodeUse(null, "ab".repeat(32))),
                new OfficeCommand.EndSession("c4", NOON, "ana", 2, "s1"),
                new OfficeCommand.EndAllSessions("c5", NOON, "ana", 2),
                new OfficeCommand.ChangePassword("c6", NOON, "ana", 2, "$argon2id$v=19$x"),
                new OfficeCommand.SetSecondFactor("c7", NOON, "ana", 2, "AXx", 59_000_000, Set.of("ab".repeat(32))),
                new OfficeCommand.SetRecoveryCodes("c8", NOON, "ana", 2, Set.of("ab".repeat(32))),
                new OfficeCommand.SetToken("c9", NOON, "ana", 2, "ab".repeat(32)),
                new OfficeCommand.Propose(
                        "c10", NOON, "root", "a1", acts().findFirst().orElseThrow(), "new approver"),
                new OfficeCommand.Confirm("c11", NOON, "second", "a1", null),
                new OfficeCommand.Refuse("c12", NOON, "second", "a1", "not needed"),
                new OfficeCommand.SetDuty("c13", NOON, "ana", 2, new Duty(SEALED, true)),
                new OfficeCommand.SetDuty("c14", NOON, "ana", 2, null),
                new OfficeCommand.Recover("c15", NOON, "operator", "a2", "bo", "$argon2id$v=19$x", "telephone lost"));
    }
}
