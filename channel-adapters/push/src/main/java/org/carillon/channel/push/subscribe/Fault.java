package org.carillon.channel.push.subscribe;

/**
 * What is wrong with a request.
 *
 * @param path JSON pointer to it
 * @param message for the person who sent it; does not repeat an endpoint or a key
 */
record Fault(String path, String message) {}
