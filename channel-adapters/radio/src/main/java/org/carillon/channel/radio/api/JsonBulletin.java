package org.carillon.channel.radio.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.carillon.channel.radio.bulletin.Bulletin;
import org.carillon.schemas.topic.Json;

/** A bulletin for programs. */
final class JsonBulletin {
    private JsonBulletin() {}

    static String of(Bulletin bulletin, String station, boolean rightToLeft) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("id", bulletin.id())
                .put("station", station)
                .put("lang", bulletin.language())
                .put("dir", rightToLeft ? "rtl" : "ltr")
                .put("seconds", bulletin.slot())
                .put("estimatedSeconds", bulletin.estimatedSeconds())
                .put(
                        "validUntil",
                        bulletin.validUntil() == null
                                ? null
                                : bulletin.validUntil().toString())
                .put("intro", bulletin.intro());
        ArrayNode items = json.putArray("items");
        bulletin.told()
                .forEach(told -> items.addObject()
                        .put("alertId", told.alertId().value())
                        .put("severity", told.severity().wireName())
                        .put("form", lower(told.form()))
                        .put("text", told.text())
                        .put("seconds", told.seconds()));
        ArrayNode leftOut = json.putArray("leftOut");
        bulletin.leftOut()
                .forEach(left -> leftOut.addObject()
                        .put("alertId", left.alertId().value())
                        .put("headline", left.headline())
                        .put("reason", lower(left.reason())));
        return json.put("outro", bulletin.outro()).put("text", bulletin.text()).toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
