package org.carillon.channel.web.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.city.District;
import org.carillon.schemas.geo.GeoJson;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Alerts in force as JSON, and on a map (RFC 7946). */
public final class JsonFeeds {
    private final PublicAlerts alerts;
    private final Site site;

    public JsonFeeds(PublicAlerts alerts, Site site) {
        this.alerts = alerts;
        this.site = site;
    }

    /** All that everyone may know of each alert. */
    public HttpAnswer json(HttpExchange exchange) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("city", site.city().id()).put("updated", alerts.lastChange().toString());
        ArrayNode list = root.putArray("alerts");
        alerts.inForce().forEach(alert -> list.add(whole(alert)));
        return answer("application/json", root);
    }

    /** One feature for each alert, its districts made one shape. */
    public HttpAnswer geoJson(HttpExchange exchange) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "FeatureCollection");
        ArrayNode features = root.putArray("features");
        alerts.inForce().forEach(alert -> features.add(feature(alert)));
        return answer("application/geo+json", root);
    }

    private ObjectNode feature(Alert alert) {
        AlertContent content = alert.content();
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature").put("id", alert.id().value());
        Optional<Geometry> ground = ground(content.districts());
        feature.set(
                "geometry", ground.isPresent() ? GeoJson.toJson(ground.get()) : JsonNodeFactory.instance.nullNode());
        ObjectNode properties = feature.putObject("properties");
        properties.put("id", alert.id().value());
        ObjectNode headline = properties.putObject("headline");
        content.texts().forEach((language, text) -> headline.put(language, text.headline()));
        properties.put("severity", content.severity().wireName());
        properties.put("expires", content.expires().toString());
        content.districts().forEach(properties.putArray("areas")::add);
        properties.put("url", site.links().absolute(Links.alert(site.city().defaultLanguage(), alert)));
        return feature;
    }

    private Optional<Geometry> ground(List<String> codes) {
        List<Geometry> shapes = codes.stream()
                .flatMap(code -> site.city().district(code).stream())
                .map(District::area)
                .toList();
        return Optional.ofNullable(UnaryUnionOp.union(shapes)).filter(shape -> !shape.isEmpty());
    }

    private ObjectNode whole(Alert alert) {
        AlertContent content = alert.content();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", alert.id().value())
                .put("verificationCode", alert.verificationCode().value());
        node.put("identifier", content.identifier()).put("sender", content.sender());
        node.put("sent", content.sent().toString())
                .put("expires", content.expires().toString());
        node.put("issued", alert.issuedAt() == null ? null : alert.issuedAt().toString());
        node.put("msgType", content.msgType().wireName())
                .put("category", content.category().wireName());
        node.put("topic", content.topic());
        node.put("severity", content.severity().wireName())
                .put("urgency", content.urgency().wireName());
        node.put("certainty", content.certainty().wireName());
        ArrayNode areas = node.putArray("areas");
        content.districts().forEach(code -> areas.add(area(code)));
        ObjectNode texts = node.putObject("texts");
        content.texts().forEach((language, text) -> texts.set(language, text(text)));
        ObjectNode pages = node.putObject("pages");
        site.languageCodes().forEach(l -> pages.put(l, site.links().absolute(Links.alert(l, alert))));
        return node.put("cap", site.links().absolute(Links.cap(alert)));
    }

    private ObjectNode area(String code) {
        ObjectNode area = JsonNodeFactory.instance.objectNode().put("code", code);
        ObjectNode names = area.putObject("name");
        Map<String, String> known =
                site.city().district(code).map(d -> d.names().texts()).orElse(Map.of());
        known.forEach(names::put);
        return area;
    }

    private static ObjectNode text(AlertText text) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "event", text.event());
        put(node, "headline", text.headline());
        put(node, "description", text.description());
        put(node, "instruction", text.instruction());
        put(node, "plain", text.plain());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static HttpAnswer answer(String type, ObjectNode root) {
        return HttpAnswer.ok(type, root.toString()).with("Cache-Control", "no-cache");
    }
}
