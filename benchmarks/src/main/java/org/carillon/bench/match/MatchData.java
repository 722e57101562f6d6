package org.carillon.bench.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.carillon.schemas.topic.Json;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The benchmark's data, unpacked.
 *
 * @param messages the alerts as CAP 1.2
 * @param subscriptions how many areas there are
 * @param areas those that enclose anything, read in the plane: an area over ±180° is the box between its longitudes
 */
public record MatchData(List<byte[]> messages, int subscriptions, List<Polygon> areas) {
    private static final Pattern SENT = Pattern.compile("(<cap:sent>[^<.]*)(?:\\.[0-9]+)?(</cap:sent>)");
    private static final Pattern EMPTY_CIRCLE = Pattern.compile("\\s*<cap:circle/>");

    public MatchData {
        messages = List.copyOf(messages);
        areas = List.copyOf(areas);
    }

    /** Reads the two files of the folder. */
    public static MatchData read(Path folder) throws IOException {
        List<byte[]> cap11 = unzipped(folder.resolve("alerts-cap11-1870.zip"));
        JsonNode subscriptions = subscriptions(folder.resolve("subscriptions-2126.json.gz"));
        List<Polygon> areas = new ArrayList<>();
        for (JsonNode subscription : subscriptions) {
            Polygon area = polygon(subscription.at("/subscription/areaFilter/polygonCoordinates"));
            if (area.getArea() > 0) {
                areas.add(area);
            }
        }
        return new MatchData(cap11.stream().map(MatchData::asCap12).toList(), subscriptions.size(), areas);
    }

    private static List<byte[]> unzipped(Path file) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                documents.add(zip.readAllBytes());
            }
        }
        return documents;
    }

    private static JsonNode subscriptions(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Json.mapper().readTree(in).path("subscriptions");
        }
    }

    /** One of the lists stands in the file as a text. */
    private static Polygon polygon(JsonNode coordinates) throws IOException {
        ObjectMapper mapper = Json.mapper();
        JsonNode list = coordinates.isTextual() ? mapper.readTree(coordinates.asText()) : coordinates;
        Coordinate[] ring = new Coordinate[list.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    list.path(i).path(0).asDouble(), list.path(i).path(1).asDouble());
        }
        return new GeometryFactory().createPolygon(ring);
    }

    /** What CAP 1.2 forbids of these messages: the older namespace, times without offset, a circle without content. */
    private static byte[] asCap12(byte[] cap11) {
        String text = new String(cap11, StandardCharsets.UTF_8).replace("emergency:cap:1.1", "emergency:cap:1.2");
        String timed = SENT.matcher(text).replaceFirst("$1-00:00$2");
        return EMPTY_CIRCLE.matcher(timed).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
