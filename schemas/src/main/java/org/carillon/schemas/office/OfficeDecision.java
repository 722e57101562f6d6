package org.carillon.schemas.office;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.carillon.schemas.command.Decision.Refusal;
import org.jspecify.annotations.Nullable;

/** The router's answer to one {@link OfficeCommand}; the value of topic {@code carillon.office-decisions}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OfficeDecision.Done.class, name = "done"),
    @JsonSubTypes.Type(value = OfficeDecision.Refused.class, name = "refused")
})
public sealed interface OfficeDecision {
    String commandId();

    /**
     * It is so.
     *
     * @param epoch of the account of who asked, from now on
     * @param request the act as it now stands, or null where the command was about the own account
     */
    record Done(String commandId, long epoch, @Nullable AdminRequest request) implements OfficeDecision {
        public Done {
            Objects.requireNonNull(commandId, "commandId");
        }
    }

    /**
     * It is not done, and nothing has changed.
     *
     * @param message what was wrong and how to mend it
     */
    record Refused(String commandId, Refusal refusal, String message) implements OfficeDecision {
        public Refused {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(refusal, "refusal");
            Objects.requireNonNull(message, "message");
        }
    }
}
