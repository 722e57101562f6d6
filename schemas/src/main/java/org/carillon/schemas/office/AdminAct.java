package org.carillon.schemas.office;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;

/** Something that one administrator proposes and another confirms before it is so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AdminAct.CreateOfficer.class, name = "create-officer"),
    @JsonSubTypes.Type(value = AdminAct.ChangeOfficer.class, name = "change-officer"),
    @JsonSubTypes.Type(value = AdminAct.ResetOfficer.class, name = "reset-officer"),
    @JsonSubTypes.Type(value = AdminAct.RecoverOfficer.class, name = "recover-officer"),
    @JsonSubTypes.Type(value = AdminAct.CreateStation.class, name = "create-station"),
    @JsonSubTypes.Type(value = AdminAct.ChangeStation.class, name = "change-station"),
    @JsonSubTypes.Type(value = AdminAct.NewStationKey.class, name = "new-station-key"),
    @JsonSubTypes.Type(value = AdminAct.Permit.class, name = "permit"),
    @JsonSubTypes.Type(value = AdminAct.NewSigningKey.class, name = "new-signing-key"),
    @JsonSubTypes.Type(value = AdminAct.TrustFeed.class, name = "trust-feed"),
    @JsonSubTypes.Type(value = AdminAct.DistrustFeed.class, name = "distrust-feed")
})
public sealed interface AdminAct {
    /** Whom or what it is about. */
    String subject();

    /** The same without hashes: what is kept once it is decided. */
    AdminAct withoutSecrets();

    /**
     * A new officer.
     *
     * @param passwordHash of a temporary password, or null once it is decided
     */
    record CreateOfficer(
            String user,
            String displayName,
            Set<Role> roles,
            String sender,
            @Nullable String passwordHash,
            Set<String> tokenHashes)
            implements AdminAct {
        public CreateOfficer {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(displayName, "displayName");
            Objects.requireNonNull(sender, "sender");
            roles = Set.copyOf(roles);
            tokenHashes = Set.copyOf(tokenHashes);
        }

        @Override
        public String subject() {
            return user;
        }

        @Override
        public AdminAct withoutSecrets() {
            return new CreateOfficer(user, displayName, roles, sender, null, Set.of());
        }

        @Override
        public String toString() {
            return "CreateOfficer[" + user + ", roles=" + roles + ']';
        }
    }

    /** Another name, other roles, another sender; or the end of an account, or its return. */
    record ChangeOfficer(String user, String displayName, Set<Role> roles, String sender, boolean active)
            implements AdminAct {
        public ChangeOfficer {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(displayName, "displayName");
            Objects.requireNonNull(sender, "sender");
            roles = Set.copyOf(roles);
        }

        @Override
        public String subject() {
            return user;
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }

    /** A temporary password and no second factor, for an officer who has lost one of them; tokens and sessions end. */
    sealed interface NewStart extends AdminAct {
        String user();

        /** Of the temporary password, or null once it is decided. */
        @Nullable
        String passwordHash();

        @Override
        default String subject() {
            return user();
        }
    }

    /** A new start that an administrator proposes. */
    record ResetOfficer(String user, @Nullable String passwordHash) implements NewStart {
        public ResetOfficer {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public AdminAct withoutSecrets() {
            return new ResetOfficer(user, null);
        }

        @Override
        public String toString() {
            return "ResetOfficer[" + user + ']';
        }
    }

    /** A new start given by the operator at the machine, where nobody is left who could confirm one: nobody can propose it. */
    record RecoverOfficer(String user, @Nullable String passwordHash) implements NewStart {
        public RecoverOfficer {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public AdminAct withoutSecrets() {
            return new RecoverOfficer(user, null);
        }

        @Override
        public String toString() {
            return "RecoverOfficer[" + user + ']';
        }
    }

    /**
     * A new radio station.
     *
     * @param keyHash hex SHA-256 of its key, or null once it is decided
     */
    record CreateStation(
            String id,
            String name,
            List<String> languages,
            List<String> districts,
            @Nullable String keyHash) implements AdminAct {
        public CreateStation {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            languages = List.copyOf(languages);
            districts = List.copyOf(districts);
        }

        @Override
        public String subject() {
            return id;
        }

        @Override
        public AdminAct withoutSecrets() {
            return new CreateStation(id, name, languages, districts, null);
        }

        @Override
        public String toString() {
            return "CreateStation[" + id + ']';
        }
    }

    /** Other facts of a station; or its end, or its return. */
    record ChangeStation(String id, String name, List<String> languages, List<String> districts, boolean active)
            implements AdminAct {
        public ChangeStation {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            languages = List.copyOf(languages);
            districts = List.copyOf(districts);
        }

        @Override
        public String subject() {
            return id;
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }

    /**
     * Another key of a station; the old one ends.
     *
     * @param keyHash hex SHA-256 of the key, or null once it is decided
     */
    record NewStationKey(String id, @Nullable String keyHash) implements AdminAct {
        public NewStationKey {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String subject() {
            return id;
        }

        @Override
        public AdminAct withoutSecrets() {
            return new NewStationKey(id, null);
        }

        @Override
        public String toString() {
            return "NewStationKey[" + id + ']';
        }
    }

    /**
     * Leave for another part of the hub to do what needs a second person there: it looks for the confirmed act by kind and digest.
     *
     * @param kind what it is, as {@code import}
     * @param subject whom or what it is about, for people; of an import the public log repeats it, so it must not hold anything personal
     * @param digest of exactly what may be done
     */
    record Permit(String kind, String subject, String digest) implements AdminAct {
        /** The kind whose subject becomes public: the purpose of an import, how many lines it has, and whether each number is asked. */
        public static final String IMPORT = "import";

        public Permit {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(digest, "digest");
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }

    /**
     * Another key by which the hub signs CAP messages; the key itself lies in the key ring.
     *
     * @param fingerprint SHA-256 of its certificate, in the spelling of openssl: {@code AB:CD:…}
     * @param former of the certificate in whose place it comes
     */
    record NewSigningKey(String fingerprint, String former) implements AdminAct {
        public NewSigningKey {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(former, "former");
        }

        @Override
        public String subject() {
            return fingerprint;
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }

    /**
     * Alerts that come by a feed may go out without a second person.
     *
     * @param url where the feed is; it may hold a token, so the public log has its host alone
     * @param senders whose alerts it may bring
     * @param digest of the feed's settings, exactly as they were agreed to
     */
    record TrustFeed(String feed, String url, List<String> senders, String digest) implements AdminAct {
        public TrustFeed {
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(digest, "digest");
            senders = List.copyOf(senders);
        }

        @Override
        public String subject() {
            return feed;
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }

    /**
     * Alerts that come by a feed wait for a second person again. It only takes back, so that one administrator may do it alone, at once.
     *
     * @param url of the feed
     * @param senders whose alerts it might bring
     * @param digest of the settings that were agreed to
     */
    record DistrustFeed(String feed, String url, List<String> senders, String digest) implements AdminAct {
        public DistrustFeed {
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(digest, "digest");
            senders = List.copyOf(senders);
        }

        @Override
        public String subject() {
            return feed;
        }

        @Override
        public AdminAct withoutSecrets() {
            return this;
        }
    }
}
