package org.carillon.schemas.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * An administrative act as the log tells of it: which rights, stations, keys and feeds changed. Neither who did it nor why: a reason is
 * free text, and may name a person. More kinds are added at the end; none is ever changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoggedAct.Officer.class, name = "officer"),
    @JsonSubTypes.Type(value = LoggedAct.Station.class, name = "station"),
    @JsonSubTypes.Type(value = LoggedAct.SigningKey.class, name = "signing-key"),
    @JsonSubTypes.Type(value = LoggedAct.TrustedFeed.class, name = "trusted-feed"),
    @JsonSubTypes.Type(value = LoggedAct.Permit.class, name = "permit"),
    @JsonSubTypes.Type(value = LoggedAct.DistrustedFeed.class, name = "distrusted-feed")
})
public sealed interface LoggedAct {
    /** What became of an account or a station. */
    enum Change {
        /** It is new, or is used again. */
        @JsonProperty("opened")
        OPENED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("closed")
        CLOSED,
        /** An officer got a temporary password, and no second factor. */
        @JsonProperty("new-start")
        NEW_START,
        /** A station got another key. */
        @JsonProperty("new-key")
        NEW_KEY
    }

    /**
     * An officer's account, who is not named.
     *
     * @param rolesBefore what the officer might do before, in the order of their names in code; none of a new or closed account
     * @param roles what the officer may do from now on
     */
    record Officer(Change change, List<Role> rolesBefore, List<Role> roles) implements LoggedAct {
        public Officer {
            Objects.requireNonNull(change, "change");
            rolesBefore = List.copyOf(rolesBefore);
            roles = List.copyOf(roles);
        }
    }

    /**
     * A radio station, which is an organisation.
     *
     * @param languages BCP 47
     * @param districts their codes; none for the whole city
     */
    record Station(Change change, String id, String name, List<String> languages, List<String> districts)
            implements LoggedAct {
        public Station {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            languages = List.copyOf(languages);
            districts = List.copyOf(districts);
        }
    }

    /**
     * Another key signs the hub's CAP messages.
     *
     * @param fingerprint SHA-256 of its certificate, in the spelling of openssl: {@code AB:CD:…}
     * @param former of the certificate in whose place it came
     */
    record SigningKey(String fingerprint, String former) implements LoggedAct {
        public SigningKey {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(former, "former");
        }
    }

    /**
     * Alerts that come by a feed go out without a second person.
     *
     * @param host of its address
     * @param senders whose alerts it may bring
     */
    record TrustedFeed(String feed, String host, List<String> senders) implements LoggedAct {
        public TrustedFeed {
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(host, "host");
            senders = List.copyOf(senders);
        }
    }

    /**
     * Leave for something else that takes two administrators.
     *
     * @param kind as {@code import}
     * @param subject the purpose of an import, how many lines it has, and whether each number is asked; null of other kinds, which were not made to be public
     */
    record Permit(String kind, @Nullable String subject) implements LoggedAct {
        public Permit {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Alerts that come by a feed wait for a second person again.
     *
     * @param host of its address
     * @param senders whose alerts it might bring
     */
    record DistrustedFeed(String feed, String host, List<String> senders) implements LoggedAct {
        public DistrustedFeed {
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(host, "host");
            senders = List.copyOf(senders);
        }
    }
}
