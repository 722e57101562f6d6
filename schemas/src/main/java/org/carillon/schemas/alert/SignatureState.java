package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the check of a message's own XML signature said. */
public enum SignatureState {
    @JsonProperty("none")
    NONE,
    @JsonProperty("valid")
    VALID,
    @JsonProperty("invalid")
    INVALID,
    @JsonProperty("unverifiable")
    UNVERIFIABLE
}
