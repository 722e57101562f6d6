package org.carillon.channel.web;

import java.net.URI;
import java.util.Map;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.transparency.note.LogKey;
import org.jspecify.annotations.Nullable;

/**
 * What the web channel needs to start.
 *
 * @param kafka client settings, at least {@code bootstrap.servers}
 * @param publicUrl where residents reach the hub; its path stands before every link
 * @param logKey the key that signs the public log's heads
 * @param smsNumber the number to which residents text, or null where it is not known here
 */
public record WebConfig(
        Map<String, String> kafka,
        CityPack city,
        URI publicUrl,
        LogKey logKey,
        @Nullable E164 smsNumber) {
    public WebConfig {
        kafka = Map.copyOf(kafka);
    }
}
