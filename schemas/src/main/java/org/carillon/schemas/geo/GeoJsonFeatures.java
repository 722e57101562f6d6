package org.carillon.schemas.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.geo.LocatedJson.Arr;
import org.carillon.schemas.geo.LocatedJson.Num;
import org.carillon.schemas.geo.LocatedJson.Obj;
import org.carillon.schemas.geo.LocatedJson.Text;
import org.carillon.schemas.yaml.Problems;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Understands parsed JSON as GeoJSON, collecting what does not fit. */
final class GeoJsonFeatures {
    private static final int MIN_POSITIONS = 4;

    private final String file;
    private final Problems problems;
    private final GeometryFactory factory = RingShape.factory();

    GeoJsonFeatures(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<GeoFeature> of(LocatedJson root) {
        List<GeoFeature> out = new ArrayList<>();
        if (!(root instanceof Obj collection) || !"FeatureCollection".equals(text(collection, "type"))) {
            report(root, "", "expected an object with \"type\": \"FeatureCollection\"");
        } else if (!(collection.members().get("features") instanceof Arr features)) {
            report(root, "features", "is missing: expected a list of features");
        } else {
            int index = 0;
            for (LocatedJson feature : features.items()) {
                feature(feature, "features[" + index++ + "]").ifPresent(out::add);
            }
        }
        return out;
    }

    private Optional<GeoFeature> feature(LocatedJson json, String key) {
        if (!(json instanceof Obj feature) || !"Feature".equals(text(feature, "type"))) {
            return fail(json, key, "expected an object with \"type\": \"Feature\"");
        }
        String code = feature.members().get("properties") instanceof Obj properties ? text(properties, "code") : null;
        if (code == null || code.isBlank()) {
            return fail(json, key + ".properties.code", "is missing: expected the district's code as a text");
        }
        if (!(feature.members().get("geometry") instanceof Obj shape)) {
            return fail(json, key + ".geometry", "is missing: expected a Polygon or MultiPolygon");
        }
        return geometry(shape, key + ".geometry (" + code + ")")
                .map(geometry -> new GeoFeature(code, geometry, json.line(), json.column()));
    }

    private Optional<Geometry> geometry(Obj shape, String key) {
        String type = text(shape, "type");
        LocatedJson coordinates = shape.members().get("coordinates");
        if (!(coordinates instanceof Arr list)) {
            return fail(shape, key, "\"coordinates\" is missing");
        }
        Optional<? extends Geometry> read;
        if ("Polygon".equals(type)) {
            read = polygon(list, key);
        } else if ("MultiPolygon".equals(type)) {
            List<Polygon> parts = new ArrayList<>();
            for (LocatedJson part : list.items()) {
                polygon(part, key).ifPresent(parts::add);
            }
            boolean isWhole = !parts.isEmpty() && parts.size() == list.items().size();
            read = isWhole ? Optional.of(factory.createMultiPolygon(parts.toArray(Polygon[]::new))) : Optional.empty();
        } else {
            return fail(shape, key, "expected \"type\": \"Polygon\" or \"MultiPolygon\", found \"" + type + "\"");
        }
        return read.flatMap(geometry -> valid(geometry, list, key));
    }

    private Optional<Geometry> valid(Geometry geometry, LocatedJson where, String key) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return Optional.of(geometry);
        }
        Coordinate at = error.getCoordinate();
        return fail(
                where,
                key,
                "is not a clean shape: " + error.getMessage() + " near longitude " + at.x + ", latitude " + at.y
                        + "; redraw the outline there");
    }

    private Optional<Polygon> polygon(LocatedJson json, String key) {
        if (!(json instanceof Arr rings) || rings.items().isEmpty()) {
            return fail(json, key, "expected a list of rings, the outline first and then the holes");
        }
        List<LinearRing> read = new ArrayList<>();
        for (LocatedJson ring : rings.items()) {
            ring(ring, key).ifPresent(read::add);
        }
        if (read.size() != rings.items().size()) {
            return Optional.empty();
        }
        LinearRing[] holes = read.subList(1, read.size()).toArray(LinearRing[]::new);
        return Optional.of(factory.createPolygon(read.get(0), holes));
    }

    private Optional<LinearRing> ring(LocatedJson json, String key) {
        if (!(json instanceof Arr positions)) {
            return fail(json, key, "expected a ring: a list of [longitude, latitude]");
        }
        List<Coordinate> points = new ArrayList<>(positions.items().size());
        for (LocatedJson position : positions.items()) {
            Optional<Coordinate> point = position(position, key);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            point.ifPresent(points::add);
        }
        if (points.size() < MIN_POSITIONS) {
            return fail(json, key, "a ring needs 4 positions or more, the last equal to the first");
        }
        if (!points.get(0).equals2D(points.get(points.size() - 1))) {
            return fail(json, key, "the ring is not closed: repeat its first position at its end");
        }
        return Optional.of(factory.createLinearRing(points.toArray(Coordinate[]::new)));
    }

    private Optional<Coordinate> position(LocatedJson json, String key) {
        if (!(json instanceof Arr pair)
                || pair.items().size() < 2
                || !(pair.items().get(0) instanceof Num x)
                || !(pair.items().get(1) instanceof Num y)) {
            return fail(json, key, "expected a position: [longitude, latitude]");
        }
        if (!(Math.abs(x.value()) <= 180) || !(Math.abs(y.value()) <= 90)) {
            return fail(
                    json,
                    key,
                    "longitude " + x.value() + ", latitude " + y.value()
                            + " is not on earth: GeoJSON has the longitude first, then the latitude");
        }
        return Optional.of(new Coordinate(x.value(), y.value()));
    }

    private static @Nullable String text(Obj object, String name) {
        return object.members().get(name) instanceof Text text ? text.value() : null;
    }

    private <T> Optional<T> fail(LocatedJson where, String key, String message) {
        report(where, key, message);
        return Optional.empty();
    }

    private void report(LocatedJson where, String key, String message) {
        problems.add(file, where.line(), where.column(), key, message);
    }
}
