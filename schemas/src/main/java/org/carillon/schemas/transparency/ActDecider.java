package org.carillon.schemas.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what right an administrative act took effect: how many agreed, and never who. */
public enum ActDecider {
    /** A second administrator confirmed it. */
    @JsonProperty("second-administrator")
    SECOND_ADMINISTRATOR,
    /** The only administrator made the second one. */
    @JsonProperty("alone")
    ALONE,
    /** The operator did it at the machine. */
    @JsonProperty("operator")
    OPERATOR,
    /** One administrator did what only takes back. */
    @JsonProperty("one-administrator")
    ONE_ADMINISTRATOR
}
