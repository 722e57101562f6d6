package org.carillon.schemas.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what right an alert was issued: the role and never the person. */
public enum Decider {
    /** A second person approved it. */
    @JsonProperty("second-person")
    SECOND_PERSON,
    /** Its author alone, as the policy allows for withdrawals and corrections. */
    @JsonProperty("one-person")
    ONE_PERSON,
    /** Its author alone, because no approver answered. */
    @JsonProperty("lone-officer")
    LONE_OFFICER,
    /** A partner, whose valid signature stood for the second person. */
    @JsonProperty("signed-partner")
    SIGNED_PARTNER,
    /** Nobody: it came by a feed of which an administrator has said that it needs no second person. */
    @JsonProperty("trusted-feed")
    TRUSTED_FEED
}
