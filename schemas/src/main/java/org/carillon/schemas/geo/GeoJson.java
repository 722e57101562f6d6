package org.carillon.schemas.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.yaml.Problem;
import org.carillon.schemas.yaml.Problems;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads and writes areas as GeoJSON (RFC 7946): longitude before latitude, WGS 84. */
public final class GeoJson {
    private static final int MAX_BYTES = 32 << 20;

    private GeoJson() {}

    /**
     * Reads the features of a file, each with a property {@code code} and a Polygon or MultiPolygon.
     *
     * @param label how problems name the file
     * @param problems receives what is wrong; features with a problem are left out
     */
    public static List<GeoFeature> read(Path file, String label, Problems problems) {
        try {
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                problems.add(Problem.ofFile(label, "is larger than " + MAX_BYTES + " bytes: simplify the outlines"));
                return List.of();
            }
            return parse(label, Files.readAllBytes(file), problems);
        } catch (NoSuchFileException e) {
            problems.add(Problem.ofFile(label, "is missing"));
        } catch (IOException e) {
            problems.add(Problem.ofFile(
                    label,
                    "cannot be read (" + e.getClass().getSimpleName() + "): let the user that runs the hub read it"));
        }
        return List.of();
    }

    /** As {@link #read}, from bytes. */
    public static List<GeoFeature> parse(String label, byte[] json, Problems problems) {
        GeoJsonFeatures features = new GeoJsonFeatures(label, problems);
        try {
            return features.of(LocatedJson.parse(json));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            problems.add(label, line, column, "", "is not JSON: " + firstClause(e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(Problem.ofFile(label, "is not JSON in UTF-8"));
        }
        return List.of();
    }

    /** A Polygon or MultiPolygon as a GeoJSON geometry. */
    public static ObjectNode toJson(Geometry geometry) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (geometry instanceof Polygon polygon) {
            out.put("type", "Polygon");
            out.set("coordinates", rings(polygon));
            return out;
        }
        out.put("type", "MultiPolygon");
        ArrayNode all = out.putArray("coordinates");
        for (Polygon polygon : polygons(geometry)) {
            all.add(rings(polygon));
        }
        return out;
    }

    /** Pairs of districts that cover the same ground, by more than a strip along their border. */
    public static List<Overlap> overlaps(List<GeoFeature> features) {
        List<DistrictShape> shapes = features.stream()
                .map(feature -> new DistrictShape(feature.code(), 0, feature.geometry()))
                .toList();
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                if (shapes.get(i).overlaps(shapes.get(j))) {
                    found.add(new Overlap(features.get(i), features.get(j)));
                }
            }
        }
        return found;
    }

    /** Two features that cover the same ground. */
    public record Overlap(GeoFeature one, GeoFeature other) {}

    /** Without the parser's own remarks in brackets, which are about its settings. */
    private static String firstClause(String message) {
        int bracket = message.indexOf(" (start marker");
        return bracket < 0 ? message : message.substring(0, bracket);
    }

    private static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> out = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Optional.of(geometry.getGeometryN(i))
                    .filter(Polygon.class::isInstance)
                    .map(Polygon.class::cast)
                    .ifPresent(out::add);
        }
        return out;
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        out.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.add(ring(polygon.getInteriorRingN(i)));
        }
        return out;
    }

    private static ArrayNode ring(LinearRing ring) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (Coordinate point : ring.getCoordinates()) {
            out.addArray().add(point.x).add(point.y);
        }
        return out;
    }
}
