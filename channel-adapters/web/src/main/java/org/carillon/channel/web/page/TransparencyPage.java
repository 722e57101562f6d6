package org.carillon.channel.web.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.site.Site;
import org.carillon.channel.web.transparency.LogView;
import org.carillon.channel.web.transparency.PublicLog;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.note.SignedHead;
import org.jspecify.annotations.Nullable;

/** What was sent, in the words of the public log, and how to check that nothing was changed. */
public final class TransparencyPage {
    private final Pages pages;
    private final PublicLog log;
    private final Site site;

    public TransparencyPage(Pages pages, PublicLog log, Site site) {
        this.pages = pages;
        this.log = log;
        this.site = site;
    }

    /**
     * What the template {@code transparency} takes.
     *
     * @param head null where the log is not there just now
     * @param command that checks the log
     */
    public record Shown(@Nullable Head head, String key, String command, List<Entry> entries) {}

    /** How far the log goes. */
    public record Head(String count, String root) {}

    /**
     * One entry.
     *
     * @param about districts of an alert; what an administrative act names; or empty
     * @param by how many agreed to an administrative act; else empty
     * @param code by which the alert's page is found, or null
     */
    public record Entry(
            long index,
            String kind,
            String time,
            String about,
            String by,
            @Nullable String code) {}

    /** The page, with the newest entries first. */
    public HttpAnswer show(String language, HttpExchange exchange) {
        Optional<LogView> view = log.view();
        Optional<SignedHead> head = view.flatMap(LogView::head);
        String key = log.key().toString();
        Shown shown = new Shown(
                head.map(signed -> new Head(
                                site.text(
                                        language,
                                        "transparency.count",
                                        Map.of("count", signed.checkpoint().size())),
                                signed.checkpoint().root().hex()))
                        .orElse(null),
                key,
                "./carillon verify-log " + site.links().publicUrl() + " --key " + key,
                head.isEmpty()
                        ? List.of()
                        : view.orElseThrow().newest().stream()
                                .map(entry -> entry(language, entry))
                                .toList());
        return pages.answer(
                head.isPresent() ? 200 : 503,
                "transparency",
                pages.frame(language, site.text(language, "transparency.title"), "/transparency"),
                shown);
    }

    private Entry entry(String language, LogEntry entry) {
        LogFact fact = entry.fact();
        return new Entry(
                entry.index(),
                site.text(language, "transparency." + kind(fact)),
                site.time(language, fact.at()),
                about(language, fact),
                fact instanceof LogFact.ActConfirmed act ? site.text(language, "transparency." + by(act.by())) : "",
                fact.about().map(alert -> alert.code().value()).orElse(null));
    }

    private static String kind(LogFact fact) {
        return switch (fact) {
            case LogFact.Issued issued -> "issued";
            case LogFact.Updated updated -> "updated";
            case LogFact.Cancelled cancelled -> "cancelled";
            case LogFact.Corrected corrected -> "corrected";
            case LogFact.PolicyChanged changed -> "policy";
            case LogFact.ActConfirmed confirmed -> kind(confirmed.act());
        };
    }

    private static String kind(LoggedAct act) {
        return switch (act) {
            case LoggedAct.Officer officer -> "act-officer";
            case LoggedAct.Station station -> "act-station";
            case LoggedAct.SigningKey key -> "act-signing-key";
            case LoggedAct.TrustedFeed feed -> "act-feed";
            case LoggedAct.DistrustedFeed feed -> "act-feed-ended";
            case LoggedAct.Permit permit when permit.kind().equals(AdminAct.Permit.IMPORT) -> "act-import";
            case LoggedAct.Permit permit -> "act-other";
        };
    }

    private static String by(ActDecider decider) {
        return switch (decider) {
            case SECOND_ADMINISTRATOR -> "by-two";
            case ALONE -> "by-alone";
            case OPERATOR -> "by-operator";
            case ONE_ADMINISTRATOR -> "by-one";
        };
    }

    private String about(String language, LogFact fact) {
        return switch (fact) {
            case LogFact.OfAlert of ->
                of.alert().areas().stream()
                        .map(code -> site.areaName(language, code))
                        .collect(Collectors.joining(" · "));
            case LogFact.PolicyChanged changed -> "";
            case LogFact.ActConfirmed confirmed -> about(confirmed.act());
        };
    }

    private static String about(LoggedAct act) {
        return switch (act) {
            case LoggedAct.Officer officer -> "";
            case LoggedAct.Station station -> station.name();
            case LoggedAct.SigningKey key -> key.fingerprint();
            case LoggedAct.TrustedFeed feed -> feed.feed() + " · " + feed.host();
            case LoggedAct.DistrustedFeed feed -> feed.feed() + " · " + feed.host();
            case LoggedAct.Permit permit -> Objects.requireNonNullElse(permit.subject(), "");
        };
    }
}
