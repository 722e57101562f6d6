package org.carillon.simulator.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the journal; all memory is made of these, in their order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Recorded.class, name = "message"),
    @JsonSubTypes.Type(value = Entry.Moved.class, name = "status"),
    @JsonSubTypes.Type(value = Entry.Redacted.class, name = "redacted"),
    @JsonSubTypes.Type(value = Entry.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Entry.Refused.class, name = "refused"),
})
public sealed interface Entry {
    /** A message was accepted from the hub or came from a phone. */
    record Recorded(Message message) implements Entry {}

    /** A message went on to another status. */
    record Moved(String sid, Status status, @Nullable Integer errorCode, Instant at) implements Entry {}

    /** The provider's copy lost its text. */
    record Redacted(String sid, Instant at) implements Entry {}

    /** The provider's copy was deleted. */
    record Deleted(String sid, Instant at) implements Entry {}

    /** A request to send was refused with this Twilio code. */
    record Refused(int code, Instant at) implements Entry {}
}
