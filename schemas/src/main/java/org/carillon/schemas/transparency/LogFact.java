package org.carillon.schemas.transparency;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the public may hold the hub to; the value of topic {@code carillon.transparency-facts}, written with the decision
 * that it tells of. More kinds are added at the end; none is ever changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LogFact.Issued.class, name = "issued"),
    @JsonSubTypes.Type(value = LogFact.Updated.class, name = "updated"),
    @JsonSubTypes.Type(value = LogFact.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = LogFact.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = LogFact.PolicyChanged.class, name = "policy-changed"),
    @JsonSubTypes.Type(value = LogFact.ActConfirmed.class, name = "act-confirmed")
})
public sealed interface LogFact {
    /** When it was decided or noticed. */
    Instant at();

    /** The alert that it is about, where it is about one. */
    default Optional<LoggedAlert> about() {
        return Optional.empty();
    }

    /** An alert began. */
    record Issued(LoggedAlert alert) implements OfAlert {}

    /** An alert took the place of others. */
    record Updated(LoggedAlert alert) implements OfAlert {}

    /** Alerts were withdrawn. */
    record Cancelled(LoggedAlert alert) implements OfAlert {}

    /** One person took back a false alarm. */
    record Corrected(LoggedAlert alert) implements OfAlert {}

    /**
     * From now on the hub works by these rules.
     *
     * @param settings all of them, in the order of their names
     */
    record PolicyChanged(Instant at, List<Setting> settings) implements LogFact {
        public PolicyChanged {
            Objects.requireNonNull(at, "at");
            settings = List.copyOf(settings);
        }
    }

    /**
     * An administrative act took effect.
     *
     * @param by how many persons agreed to it
     */
    record ActConfirmed(Instant at, LoggedAct act, ActDecider by) implements LogFact {
        public ActConfirmed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(act, "act");
            Objects.requireNonNull(by, "by");
        }
    }

    /** One rule by which the hub works. */
    record Setting(String name, String value) {
        public Setting {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /** What those of an alert share. */
    sealed interface OfAlert extends LogFact permits Issued, Updated, Cancelled, Corrected {
        LoggedAlert alert();

        @Override
        default Instant at() {
            return alert().decidedAt();
        }

        @Override
        default Optional<LoggedAlert> about() {
            return Optional.of(alert());
        }
    }
}
