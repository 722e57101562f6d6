package org.carillon.schemas.cap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes a {@link CapAlert}; what is not set stays absent. Checks nothing: the reader does, on what is written. */
public final class CapAlertBuilder {

    private String identifier;
    private String sender;
    private CapTime sent;
    private Status status = Status.ACTUAL;
    private MsgType msgType = MsgType.ALERT;
    private @Nullable String source;
    private Scope scope = Scope.PUBLIC;
    private @Nullable String restriction;
    private @Nullable String addresses;
    private List<String> codes = List.of();
    private @Nullable String note;
    private List<CapReference> references = List.of();
    private @Nullable String incidents;
    private List<CapInfo> infos = List.of();
    private List<CapSignature> signatures = List.of();

    CapAlertBuilder(String identifier, String sender, CapTime sent) {
        this.identifier = identifier;
        this.sender = sender;
        this.sent = sent;
    }

    CapAlertBuilder(CapAlert from) {
        this.identifier = from.identifier();
        this.sender = from.sender();
        this.sent = from.sent();
        this.status = from.status();
        this.msgType = from.msgType();
        this.source = from.source();
        this.scope = from.scope();
        this.restriction = from.restriction();
        this.addresses = from.addresses();
        this.codes = from.codes();
        this.note = from.note();
        this.references = from.references();
        this.incidents = from.incidents();
        this.infos = from.infos();
        this.signatures = from.signatures();
    }

    public CapAlertBuilder identifier(String newIdentifier) {
        this.identifier = newIdentifier;
        return this;
    }

    public CapAlertBuilder sender(String newSender) {
        this.sender = newSender;
        return this;
    }

    public CapAlertBuilder sent(CapTime newSent) {
        this.sent = newSent;
        return this;
    }

    public CapAlertBuilder status(Status newStatus) {
        this.status = newStatus;
        return this;
    }

    public CapAlertBuilder msgType(MsgType newMsgType) {
        this.msgType = newMsgType;
        return this;
    }

    public CapAlertBuilder source(@Nullable String newSource) {
        this.source = newSource;
        return this;
    }

    public CapAlertBuilder scope(Scope newScope) {
        this.scope = newScope;
        return this;
    }

    public CapAlertBuilder restriction(@Nullable String newRestriction) {
        this.restriction = newRestriction;
        return this;
    }

    public CapAlertBuilder addresses(@Nullable String newAddresses) {
        this.addresses = newAddresses;
        return this;
    }

    public CapAlertBuilder codes(List<String> newCodes) {
        this.codes = newCodes;
        return this;
    }

    public CapAlertBuilder note(@Nullable String newNote) {
        this.note = newNote;
        return this;
    }

    public CapAlertBuilder references(List<CapReference> newReferences) {
        this.references = newReferences;
        return this;
    }

    public CapAlertBuilder incidents(@Nullable String newIncidents) {
        this.incidents = newIncidents;
        return this;
    }

    public CapAlertBuilder infos(List<CapInfo> newInfos) {
        this.infos = newInfos;
        return this;
    }

    public CapAlertBuilder signatures(List<CapSignature> newSignatures) {
        this.signatures = newSignatures;
        return this;
    }

    public CapAlert build() {
        return new CapAlert(
                identifier,
                sender,
                sent,
                status,
                msgType,
                source,
                scope,
                restriction,
                addresses,
                codes,
                note,
                references,
                incidents,
                infos,
                signatures);
    }
}
