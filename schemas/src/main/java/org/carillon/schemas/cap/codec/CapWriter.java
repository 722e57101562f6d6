package org.carillon.schemas.cap.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapNameValue;
import org.carillon.schemas.cap.CapReference;
import org.carillon.schemas.cap.CapResource;
import org.carillon.schemas.cap.CapTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message in one canonical form: UTF-8, two spaces of indentation, elements in the order of the schema.
 *
 * <p>The reader reads back an equal record from what was written of a valid message. Whether the message is valid is
 * the reader's to say, so read what was written before it goes out.
 */
public final class CapWriter {

    private final XmlText xml = new XmlText();

    private CapWriter() {}

    /**
     * The message as XML.
     *
     * @throws IllegalArgumentException if a text has a character that XML 1.0 cannot hold; the message names the element
     */
    public static byte[] write(CapAlert alert) {
        CapWriter writer = new CapWriter();
        writer.alert(alert);
        return writer.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void alert(CapAlert alert) {
        xml.open("alert xmlns=\"" + CapReader.NAMESPACE + "\"");
        xml.text("identifier", alert.identifier());
        xml.text("sender", alert.sender());
        xml.text("sent", alert.sent().text());
        xml.text("status", alert.status().wireName());
        xml.text("msgType", alert.msgType().wireName());
        xml.text("source", alert.source());
        xml.text("scope", alert.scope().wireName());
        xml.text("restriction", alert.restriction());
        xml.text("addresses", alert.addresses());
        alert.codes().forEach(code -> xml.text("code", code));
        xml.text("note", alert.note());
        if (!alert.references().isEmpty()) {
            xml.text(
                    "references",
                    alert.references().stream().map(CapReference::text).collect(Collectors.joining(" ")));
        }
        xml.text("incidents", alert.incidents());
        alert.infos().forEach(this::info);
        alert.signatures().forEach(signature -> xml.verbatim(signature.xml()));
        xml.close("alert");
    }

    private void info(CapInfo info) {
        xml.open("info");
        xml.text("language", info.language());
        info.categories().forEach(category -> xml.text("category", category.wireName()));
        xml.text("event", info.event());
        info.responseTypes().forEach(type -> xml.text("responseType", type.wireName()));
        xml.text("urgency", info.urgency().wireName());
        xml.text("severity", info.severity().wireName());
        xml.text("certainty", info.certainty().wireName());
        xml.text("audience", info.audience());
        namedValues("eventCode", info.eventCodes());
        time("effective", info.effective());
        time("onset", info.onset());
        time("expires", info.expires());
        xml.text("senderName", info.senderName());
        xml.text("headline", info.headline());
        xml.text("description", info.description());
        xml.text("instruction", info.instruction());
        xml.text("web", info.web());
        xml.text("contact", info.contact());
        namedValues("parameter", info.parameters());
        info.resources().forEach(this::resource);
        info.areas().forEach(this::area);
        xml.close("info");
    }

    private void resource(CapResource resource) {
        xml.open("resource");
        xml.text("resourceDesc", resource.resourceDesc());
        xml.text("mimeType", resource.mimeType());
        xml.text("size", resource.size() == null ? null : String.valueOf(resource.size()));
        xml.text("uri", resource.uri());
        xml.text("derefUri", resource.derefUri());
        xml.text("digest", resource.digest());
        xml.close("resource");
    }

    private void area(CapArea area) {
        xml.open("area");
        xml.text("areaDesc", area.areaDesc());
        area.polygons().forEach(polygon -> xml.text("polygon", polygon.text()));
        area.circles().forEach(circle -> xml.text("circle", circle.text()));
        namedValues("geocode", area.geocodes());
        decimal("altitude", area.altitude());
        decimal("ceiling", area.ceiling());
        xml.close("area");
    }

    private void namedValues(String name, List<CapNameValue> values) {
        for (CapNameValue value : values) {
            xml.open(name);
            xml.text("valueName", value.valueName());
            xml.text("value", value.value());
            xml.close(name);
        }
    }

    private void time(String name, @Nullable CapTime time) {
        xml.text(name, time == null ? null : time.text());
    }

    private void decimal(String name, @Nullable BigDecimal number) {
        xml.text(name, number == null ? null : number.toPlainString());
    }
}
