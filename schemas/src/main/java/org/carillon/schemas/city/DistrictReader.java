package org.carillon.schemas.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.schemas.geo.GeoFeature;
import org.carillon.schemas.geo.GeoJson;
import org.carillon.schemas.yaml.Problem;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.YamlObject;
import org.locationtech.jts.geom.Geometry;

/** Reads the districts and lays them over their polygons. */
final class DistrictReader {
    private static final ValueType<String> CODE = ValueType.matching(
            Pattern.compile("[A-Z][A-Z0-9-]{0,11}"), "a capital letter, then up to 11 capitals, digits or hyphens");

    private final Findings findings;
    private final LanguageReader languages;
    private final Map<String, YamlObject> entries = new LinkedHashMap<>();
    private final Map<String, GeoFeature> features = new LinkedHashMap<>();

    DistrictReader(Findings findings, LanguageReader languages) {
        this.findings = findings;
        this.languages = languages;
    }

    /** The districts of the file's root, in its order; those without a polygon are left out and reported. */
    List<District> read(YamlObject root, List<GeoFeature> shapes, String shapesFile, boolean areShapesRead) {
        for (GeoFeature feature : shapes) {
            place(feature, shapesFile);
        }
        Unique codes = new Unique();
        List<District> districts = new ArrayList<>();
        for (YamlObject entry : root.requiredObjects("districts")) {
            district(entry, codes, areShapesRead).ifPresent(districts::add);
        }
        reportStrangers(shapesFile);
        reportUnknownNeighbours(districts);
        return districts;
    }

    /** The codes that the districts have, with or without a polygon. */
    List<String> codes() {
        return List.copyOf(entries.keySet());
    }

    private void place(GeoFeature feature, String file) {
        GeoFeature before = features.putIfAbsent(feature.code(), feature);
        if (before != null) {
            findings.errors()
                    .add(problem(
                            file,
                            feature,
                            "has a second polygon, the first is in line " + before.line()
                                    + ": make one MultiPolygon of them"));
        }
    }

    private Optional<District> district(YamlObject entry, Unique codes, boolean areShapesRead) {
        Optional<String> code = codes.read(entry, "code", CODE);
        Localized names = languages.required(entry, "name");
        Map<String, List<String>> aliases = languages.words(entry, "aliases");
        List<String> postcodes = entry.list("postcodes", ValueType.text());
        List<String> neighbours = entry.list("neighbours", CODE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        entries.put(code.get(), entry);
        GeoFeature feature = features.get(code.get());
        if (feature == null) {
            if (areShapesRead) {
                entry.report("code", "district " + code.get() + " has no usable polygon in districts.geojson: add one");
            }
            return Optional.empty();
        }
        Geometry area = feature.geometry();
        return Optional.of(new District(code.get(), names, aliases, postcodes, neighbours, area));
    }

    private void reportStrangers(String file) {
        features.forEach((code, feature) -> {
            if (!entries.containsKey(code)) {
                findings.errors()
                        .add(problem(file, feature, "is no district of city.yaml: add it there or remove it here"));
            }
        });
        List<GeoFeature> distinct = List.copyOf(features.values());
        for (GeoJson.Overlap overlap : GeoJson.overlaps(distinct)) {
            findings.warnings()
                    .add(problem(
                            file,
                            overlap.other(),
                            "covers ground of " + overlap.one().code() + " (line "
                                    + overlap.one().line() + "): an alert there reaches both"));
        }
    }

    private void reportUnknownNeighbours(List<District> districts) {
        for (District district : districts) {
            for (String neighbour : district.neighbours()) {
                if (!entries.containsKey(neighbour) || neighbour.equals(district.code())) {
                    entry(district).report("neighbours", "\"" + neighbour + "\" is no other district");
                }
            }
        }
    }

    private static Problem problem(String file, GeoFeature feature, String message) {
        return new Problem(file, feature.line(), feature.column(), feature.code(), message);
    }

    /** The entry that a district was read from. */
    YamlObject entry(District district) {
        YamlObject entry = entries.get(district.code());
        if (entry == null) {
            throw new IllegalArgumentException("not read here: " + district.code());
        }
        return entry;
    }
}
