package org.carillon.schemas.cap.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.CapReference;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.QuotedNames;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.WireNamed;
import org.carillon.schemas.cap.xml.XmlElement;

/** What the standard's prose demands of the alert element (3.2.1). */
final class AlertRules {

    private static final Pattern FORBIDDEN_IN_NAME = Pattern.compile("[\\s,<&\\u00a0]");
    private static final Pattern TOKEN = Pattern.compile("\\S++");

    private final XmlElement alert;
    private final Report report;

    AlertRules(XmlElement alert, Report report) {
        this.alert = alert;
        this.report = report;
    }

    void check() {
        checkName("identifier", CapRule.IDENTIFIER_EMPTY, CapRule.IDENTIFIER_CHARACTERS);
        checkName("sender", CapRule.SENDER_EMPTY, CapRule.SENDER_CHARACTERS);
        checkScope();
        checkQuotes("addresses", CapRule.ADDRESSES_SYNTAX);
        checkQuotes("incidents", CapRule.INCIDENTS_SYNTAX);
        alert.first("references").ifPresent(this::checkReferences);
        code(MsgType.class, "msgType").ifPresent(this::checkMsgType);
        if (code(Status.class, "status").filter(Status.EXERCISE::equals).isPresent() && isBlank("note")) {
            report.add(
                    CapRule.NOTE_MISSING_FOR_EXERCISE, alert, "An Exercise without <note>: name the exercise there.");
        }
    }

    private void checkName(String name, CapRule empty, CapRule characters) {
        alert.all(name).forEach(element -> {
            Matcher forbidden = FORBIDDEN_IN_NAME.matcher(element.text());
            if (element.text().isBlank()) {
                report.add(empty, element, "<" + name + "> is blank: every message needs one.");
            } else if (forbidden.find()) {
                report.addAt(
                        characters,
                        element,
                        forbidden.start(),
                        "<" + name + "> has '" + forbidden.group().replaceAll("\\s", " ")
                                + "' in it: spaces, commas, < and & must not stand there, other messages could not refer to it.");
            }
        });
    }

    private void checkScope() {
        Optional<Scope> scope = code(Scope.class, "scope");
        boolean restricted = scope.filter(Scope.RESTRICTED::equals).isPresent();
        if (restricted && isBlank("restriction")) {
            report.add(
                    CapRule.RESTRICTION_MISSING,
                    alert.first("scope").orElse(alert),
                    "scope is Restricted and there is no <restriction>: say in it who may see the message.");
        }
        if (scope.isPresent() && !restricted && !isBlank("restriction")) {
            report.add(
                    CapRule.RESTRICTION_NOT_NEEDED,
                    alert.first("restriction").orElse(alert),
                    "<restriction> means nothing unless scope is Restricted: change scope, or leave it out.");
        }
        if (scope.filter(Scope.PRIVATE::equals).isPresent() && isBlank("addresses")) {
            report.add(
                    CapRule.ADDRESSES_MISSING,
                    alert.first("scope").orElse(alert),
                    "scope is Private and there is no <addresses>: list in it who the message is for.");
        }
    }

    private void checkQuotes(String name, CapRule rule) {
        alert.all(name).stream()
                .filter(element -> !QuotedNames.isBalanced(element.text()))
                .forEach(element -> report.addAt(
                        rule,
                        element,
                        element.text().lastIndexOf('"'),
                        "A double quote in <" + name
                                + "> is not closed: put quotes around each name that has a space in it."));
    }

    private void checkReferences(XmlElement references) {
        Optional<CapTime> sent = alert.textOf("sent").map(TextForms::collapsed).flatMap(CapTime::parse);
        String sender = alert.textOf("sender").orElse("");
        String identifier = alert.textOf("identifier").orElse("");
        Matcher tokens = TOKEN.matcher(references.text());
        while (tokens.find()) {
            Optional<CapReference> parsed = CapReference.parse(tokens.group());
            if (parsed.isEmpty()) {
                report.addAt(
                        CapRule.REFERENCES_SYNTAX,
                        references,
                        tokens.start(),
                        "'" + Report.excerpt(tokens.group())
                                + "' is no reference: write sender,identifier,sent without spaces, as they stand in the other message.");
                continue;
            }
            CapReference reference = parsed.get();
            boolean sameName =
                    reference.sender().equals(sender) && reference.identifier().equals(identifier);
            if (sent.isPresent()
                    && reference.sent().instant().isAfter(sent.get().instant())) {
                report.addAt(
                        CapRule.REFERENCE_POSTDATED,
                        references,
                        tokens.start(),
                        "The message refers to one that was sent after it: check sent and references.");
            } else if (sameName
                    && sent.map(CapTime::instant)
                            .filter(reference.sent().instant()::equals)
                            .isPresent()) {
                report.addAt(
                        CapRule.REFERENCE_TO_SELF,
                        references,
                        tokens.start(),
                        "The message refers to itself; this reference is ignored.");
            }
        }
    }

    private void checkMsgType(MsgType msgType) {
        switch (msgType) {
            case ALERT -> checkInfo(msgType);
            case UPDATE -> {
                requireReferences(CapRule.REFERENCES_MISSING_FOR_UPDATE, "An Update", "replaces");
                checkInfo(msgType);
            }
            case CANCEL -> requireReferences(CapRule.REFERENCES_MISSING_FOR_CANCEL, "A Cancel", "cancels");
            case ACK -> requireReferences(CapRule.REFERENCES_MISSING_FOR_ACK, "An Ack", "acknowledges");
            case ERROR -> {
                requireReferences(CapRule.REFERENCES_MISSING_FOR_ERROR, "An Error", "rejects");
                if (isBlank("note")) {
                    report.add(
                            CapRule.NOTE_MISSING_FOR_ERROR, alert, "An Error without <note>: give the reason there.");
                }
            }
        }
    }

    private void requireReferences(CapRule rule, String subject, String verb) {
        if (isBlank("references")) {
            report.add(
                    rule,
                    alert.first("references").or(() -> alert.first("msgType")).orElse(alert),
                    subject + " without <references>: name each message that it " + verb
                            + " as sender,identifier,sent.");
        }
    }

    private void checkInfo(MsgType msgType) {
        if (alert.first("info").isEmpty()) {
            report.add(
                    CapRule.INFO_MISSING,
                    alert,
                    "This " + msgType.wireName() + " has no <info>: it tells nobody anything.");
        }
    }

    private boolean isBlank(String name) {
        return alert.textOf(name).orElse("").isBlank();
    }

    private <E extends Enum<E> & WireNamed> Optional<E> code(Class<E> type, String name) {
        List<XmlElement> found = alert.all(name);
        return found.size() == 1 ? WireNamed.find(type, found.getFirst().text()) : Optional.empty();
    }
}
