package org.carillon.schemas.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** The router's answer to one command; the value of topic {@code carillon.decisions}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Decision.Refused.class, name = "refused")
})
public sealed interface Decision {
    String commandId();

    AlertId alertId();

    /**
     * It is so.
     *
     * @param alert the alert as it now stands
     * @param repeated true where the same was asked and done before: nothing was sent twice
     */
    record Done(String commandId, AlertId alertId, Alert alert, boolean repeated) implements Decision {}

    /**
     * It is not done, and nothing has changed.
     *
     * @param message what was wrong and how to mend it
     * @param alert the alert as it stands, or null where there is none
     */
    record Refused(
            String commandId,
            AlertId alertId,
            Refusal refusal,
            String message,
            @Nullable Alert alert) implements Decision {}

    /** Why the router refuses. */
    enum Refusal {
        /** The role is missing, or it is the officer's own alert: 403. */
        @JsonProperty("forbidden")
        FORBIDDEN,
        /** No such alert: 404. */
        @JsonProperty("not-found")
        NOT_FOUND,
        /** Not possible in this state, or other content under the same id: 409. */
        @JsonProperty("conflict")
        CONFLICT,
        /** The content breaks a rule of the hub: 422. */
        @JsonProperty("unprocessable")
        UNPROCESSABLE
    }
}
