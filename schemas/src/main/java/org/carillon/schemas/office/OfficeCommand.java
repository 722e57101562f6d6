package org.carillon.schemas.office;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.carillon.schemas.account.Duty;
import org.jspecify.annotations.Nullable;

/**
 * What an officer does about an account, as the edge asks it of the router, which alone decides: so that a code is used once and an
 * act is confirmed once, whichever instance was asked. The value of topic {@code carillon.office-commands}, keyed by user.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OfficeCommand.SignIn.class, name = "sign-in"),
    @JsonSubTypes.Type(value = OfficeCommand.UseCode.class, name = "use-code"),
    @JsonSubTypes.Type(value = OfficeCommand.EndSession.class, name = "end-session"),
    @JsonSubTypes.Type(value = OfficeCommand.EndAllSessions.class, name = "end-all-sessions"),
    @JsonSubTypes.Type(value = OfficeCommand.ChangePassword.class, name = "change-password"),
    @JsonSubTypes.Type(value = OfficeCommand.SetSecondFactor.class, name = "set-second-factor"),
    @JsonSubTypes.Type(value = OfficeCommand.SetRecoveryCodes.class, name = "set-recovery-codes"),
    @JsonSubTypes.Type(value = OfficeCommand.SetToken.class, name = "set-token"),
    @JsonSubTypes.Type(value = OfficeCommand.SetDuty.class, name = "set-duty"),
    @JsonSubTypes.Type(value = OfficeCommand.Propose.class, name = "propose"),
    @JsonSubTypes.Type(value = OfficeCommand.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = OfficeCommand.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = OfficeCommand.Recover.class, name = "recover")
})
public sealed interface OfficeCommand {
    /** Unique for each request; the key of its decision. */
    String commandId();

    Instant at();

    /** Whose account it is, or who acts. */
    String user();

    /** A command of an officer about the own account, from a session of that epoch. */
    sealed interface Own extends OfficeCommand {
        /** Of the session; another one than the account's is refused. */
        long epoch();
    }

    /**
     * Signs in: the password was right.
     *
     * @param code the second factor, or null where the account has none
     */
    record SignIn(
            String commandId,
            Instant at,
            String user,
            long epoch,
            String sessionId,
            Instant until,
            @Nullable CodeUse code)
            implements Own {
        public SignIn {
            Objects.requireNonNull(sessionId, "sessionId");
            Objects.requireNonNull(until, "until");
        }
    }

    /** Gives the second factor again, before a dangerous act. */
    record UseCode(String commandId, Instant at, String user, long epoch, CodeUse code) implements Own {
        public UseCode {
            Objects.requireNonNull(code, "code");
        }
    }

    record EndSession(String commandId, Instant at, String user, long epoch, String sessionId) implements Own {
        public EndSession {
            Objects.requireNonNull(sessionId, "sessionId");
        }
    }

    record EndAllSessions(String commandId, Instant at, String user, long epoch) implements Own {}

    /** The present password was right; every session ends. */
    record ChangePassword(String commandId, Instant at, String user, long epoch, String passwordHash) implements Own {
        public ChangePassword {
            Objects.requireNonNull(passwordHash, "passwordHash");
        }

        @Override
        public String toString() {
            return "ChangePassword[" + user + ']';
        }
    }

    /**
     * A new authenticator app in the place of the one before, if there was one; every session ends.
     *
     * @param step of the code that proved that the app has the secret
     */
    record SetSecondFactor(
            String commandId,
            Instant at,
            String user,
            long epoch,
            String sealedSecret,
            long step,
            Set<String> recoveryHashes)
            implements Own {
        public SetSecondFactor {
            Objects.requireNonNull(sealedSecret, "sealedSecret");
            recoveryHashes = Set.copyOf(recoveryHashes);
        }

        @Override
        public String toString() {
            return "SetSecondFactor[" + user + ']';
        }
    }

    /** New recovery codes in the place of those that are left. */
    record SetRecoveryCodes(String commandId, Instant at, String user, long epoch, Set<String> recoveryHashes)
            implements Own {
        public SetRecoveryCodes {
            recoveryHashes = Set.copyOf(recoveryHashes);
        }

        @Override
        public String toString() {
            return "SetRecoveryCodes[" + user + ']';
        }
    }

    /**
     * A new token for programs in the place of all before.
     *
     * @param tokenHash hex SHA-256, or null for none any more
     */
    record SetToken(
            String commandId,
            Instant at,
            String user,
            long epoch,
            @Nullable String tokenHash) implements Own {
        @Override
        public String toString() {
            return "SetToken[" + user + ']';
        }
    }

    /**
     * Another telephone on which the officer is told what cannot wait.
     *
     * @param duty the number, sealed, or null for none any more
     */
    record SetDuty(
            String commandId,
            Instant at,
            String user,
            long epoch,
            @Nullable Duty duty) implements Own {
        @Override
        public String toString() {
            return "SetDuty[" + user + ']';
        }
    }

    /** An administrator proposes an act. */
    record Propose(String commandId, Instant at, String user, String actId, AdminAct act, String reason)
            implements OfficeCommand {
        public Propose {
            Objects.requireNonNull(actId, "actId");
            Objects.requireNonNull(act, "act");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Another administrator confirms it. */
    record Confirm(
            String commandId,
            Instant at,
            String user,
            String actId,
            @Nullable String reason) implements OfficeCommand {
        public Confirm {
            Objects.requireNonNull(actId, "actId");
        }
    }

    /** Another administrator refuses it, or the same one withdraws it. */
    record Refuse(
            String commandId,
            Instant at,
            String user,
            String actId,
            @Nullable String reason) implements OfficeCommand {
        public Refuse {
            Objects.requireNonNull(actId, "actId");
        }
    }

    /**
     * The operator at the machine gives an officer a new start.
     *
     * @param user {@link AdminRequest#OPERATOR}
     * @param officer whose account it is
     * @param passwordHash of a temporary password
     */
    record Recover(
            String commandId, Instant at, String user, String actId, String officer, String passwordHash, String reason)
            implements OfficeCommand {
        public Recover {
            Objects.requireNonNull(actId, "actId");
            Objects.requireNonNull(officer, "officer");
            Objects.requireNonNull(passwordHash, "passwordHash");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "Recover[" + officer + ']';
        }
    }
}
