package org.carillon.schemas.cap.rules;

/**
 * A rule that a message breaks, and where.
 *
 * @param rule the id of the rule, a name of {@link CapRule}
 * @param path the element, such as /alert/info[2]/area/polygon; "" if there is none
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and how to mend it
 */
public record CapViolation(String rule, String path, int line, int column, String message) {}
