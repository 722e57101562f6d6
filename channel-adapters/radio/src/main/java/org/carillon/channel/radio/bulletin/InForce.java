package org.carillon.channel.radio.bulletin;

import java.time.Instant;
import java.util.Optional;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.cap.Severity;

/**
 * An alert in force where a station is heard.
 *
 * @param headline for those who list it, in whatever language it has
 * @param script empty where it has none in the language asked for
 */
public record InForce(
        AlertId alertId, Severity severity, Instant sent, Instant expires, String headline, Optional<Script> script) {}
