package org.carillon.ingest.console.page;

/**
 * One thing to choose in a form; {@code @template.choices} shows a list of them.
 *
 * @param value what is sent
 * @param name what people read
 */
public record Choice(String value, String name, boolean chosen) {}
