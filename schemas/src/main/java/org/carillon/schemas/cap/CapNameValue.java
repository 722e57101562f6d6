package org.carillon.schemas.cap;

/** A named value whose meaning a system or profile defines: an eventCode, a parameter or a geocode. */
public record CapNameValue(String valueName, String value) {}
