package org.carillon.schemas.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an officer may do. */
public enum Role {
    @JsonProperty("author")
    AUTHOR,
    @JsonProperty("approver")
    APPROVER,
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("auditor")
    AUDITOR,
    @JsonProperty("partner")
    PARTNER
}
