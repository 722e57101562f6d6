package org.carillon.ingest.console.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertSource;

/** What an alert is, in a few words each. */
public final class AlertFacts {
    private AlertFacts() {}

    /** The facts, in the order in which they are shown. */
    public record View(List<Fact> facts) {}

    /** One of them. */
    public record Fact(String name, String value) {}

    static View of(Alert alert, Words words) {
        AlertContent content = alert.content();
        Instant issued = alert.issuedAt();
        Instant ended = alert.endedAt();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.t("alerts.facts.kind"), words.code("kind", content.msgType())));
        facts.add(new Fact(words.t("alerts.facts.severity"), words.code("severity", content.severity())));
        facts.add(new Fact(
                words.t("alerts.facts.urgency"),
                words.listed(List.of(
                        words.code("urgency", content.urgency()), words.code("certainty", content.certainty())))));
        facts.add(new Fact(words.t("alerts.facts.until"), words.time(content.expires())));
        facts.add(new Fact(
                words.t("alerts.facts.channels"),
                words.listed(content.channels().stream().map(words::channel).toList())));
        facts.add(new Fact(
                words.t("alerts.facts.author"),
                words.listed(List.of(alert.author(), words.time(alert.submittedAt())))));
        if (alert.decidedBy() != null) {
            facts.add(new Fact(
                    words.t("alerts.facts.decided"),
                    words.listed(
                            issued == null
                                    ? List.of(alert.decidedBy())
                                    : List.of(alert.decidedBy(), words.time(issued)))));
        }
        if (alert.reason() != null) {
            facts.add(new Fact(words.t("alerts.facts.reason"), words.isolated(alert.reason())));
        }
        if (ended != null) {
            facts.add(new Fact(words.t("alerts.facts.ended"), words.time(ended)));
        }
        facts.add(new Fact(words.t("alerts.facts.sender"), words.isolated(content.sender())));
        String detail = content.signature().detail();
        facts.add(new Fact(
                words.t("alerts.facts.signature"),
                words.t("alerts.signature." + content.signature().state().name().toLowerCase(Locale.ROOT))
                        + (detail == null ? "" : ": " + words.isolated(detail))));
        AlertSource source = content.source();
        if (source != null) {
            facts.add(new Fact(words.t("alerts.facts.source"), words.isolated(source.feed())));
            if (!source.repairs().isEmpty()) {
                facts.add(new Fact(words.t("alerts.facts.repairs"), words.listed(source.repairs())));
            }
        }
        facts.add(new Fact(
                words.t("alerts.facts.code"),
                words.isolated(alert.verificationCode().value())));
        return new View(facts);
    }
}
