package org.carillon.hub.config;

/**
 * A value as somebody set it.
 *
 * @param origin where, in words for a message: {@code --port}, {@code CARILLON_HTTP_PORT}, {@code hub.yaml:3}
 */
record Given(String value, String origin) {}
