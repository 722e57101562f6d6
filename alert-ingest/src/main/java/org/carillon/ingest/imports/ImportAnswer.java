package org.carillon.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said to whoever brings a list.
 *
 * @param act the path of the act that two administrators agree by; null where no line can be taken
 * @param accepted lines that are or would be taken, those that were there before included
 * @param subscribed how many of them are subscribed by this list
 * @param asked how many of them have to answer YES
 * @param already how many of them had a subscription or a sign-up of their own, which stays as it is
 * @param next what to do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportAnswer(
        State state,
        @Nullable String act,
        String purpose,
        boolean confirm,
        int lines,
        int accepted,
        @Nullable Integer subscribed,
        @Nullable Integer asked,
        @Nullable Integer already,
        List<Refusal> refused,
        String next) {
    public ImportAnswer {
        refused = List.copyOf(refused);
    }

    /** How far it is. */
    public enum State {
        /** No line can be taken, so that nobody needs to agree. */
        @JsonProperty("nothing-to-import")
        NOTHING,
        /** Another administrator has to agree; nothing is kept of the list until then. */
        @JsonProperty("waiting-for-second-person")
        WAITING,
        /** Under way. */
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE
    }
}
