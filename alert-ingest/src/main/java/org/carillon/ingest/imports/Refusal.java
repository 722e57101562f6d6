package org.carillon.ingest.imports;

/**
 * Why a line of a list is not taken in; never with what stands there.
 *
 * @param line of the file
 * @param column by its name in the header; empty where it is the whole line
 */
public record Refusal(int line, String rule, String column, String message) {}
