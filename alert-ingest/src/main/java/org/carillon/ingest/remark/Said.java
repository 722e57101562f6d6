package org.carillon.ingest.remark;

/**
 * A remark in words.
 *
 * @param message what is the matter
 * @param advice what to do about it; empty where the message says it
 */
public record Said(String message, String advice) {}
