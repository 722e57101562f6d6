package org.carillon.schemas.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CAP 1.2 message (3.2.1). Optional elements are null where absent and "" where present but empty.
 *
 * @param addresses as written; {@link #addressList()} takes it apart
 * @param incidents as written; {@link #incidentList()} takes it apart
 */
public record CapAlert(
        String identifier,
        String sender,
        CapTime sent,
        Status status,
        MsgType msgType,
        @Nullable String source,
        Scope scope,
        @Nullable String restriction,
        @Nullable String addresses,
        List<String> codes,
        @Nullable String note,
        List<CapReference> references,
        @Nullable String incidents,
        List<CapInfo> infos,
        List<CapSignature> signatures) {

    public CapAlert {
        codes = List.copyOf(codes);
        references = List.copyOf(references);
        infos = List.copyOf(infos);
        signatures = List.copyOf(signatures);
    }

    /** Starts a message with what the standard requires of every one; Actual, Alert and Public unless changed. */
    public static CapAlertBuilder builder(String identifier, String sender, CapTime sent) {
        return new CapAlertBuilder(identifier, sender, sent);
    }

    public CapAlertBuilder toBuilder() {
        return new CapAlertBuilder(this);
    }

    public List<String> addressList() {
        return QuotedNames.split(addresses == null ? "" : addresses);
    }

    public List<String> incidentList() {
        return QuotedNames.split(incidents == null ? "" : incidents);
    }

    /** The gravest severity of any info; Unknown if there is no info. */
    public Severity highestSeverity() {
        return infos.stream()
                .map(CapInfo::severity)
                .max(Comparator.comparingInt(Severity::rank))
                .orElse(Severity.UNKNOWN);
    }

    /** When the last info expires; empty if one of them does not say, or there is none. */
    public Optional<Instant> lastExpiry() {
        List<Instant> expiries = new ArrayList<>();
        for (CapInfo info : infos) {
            CapTime expires = info.expires();
            if (expires == null) {
                return Optional.empty();
            }
            expiries.add(expires.instant());
        }
        return expiries.stream().max(Comparator.naturalOrder());
    }

    /** The key only: what a message says does not belong in a log. */
    @Override
    public String toString() {
        return "CapAlert[" + sender + "," + identifier + "," + sent.text() + "]";
    }
}
