package org.carillon.schemas.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says which districts an area means. Sharing a border is not meaning; what lies outside all districts means none, and
 * never all. May be used from any thread.
 */
public final class DistrictIndex {
    private final Map<String, DistrictShape> byCode = new HashMap<>();
    private final Set<String> geocodeNames = new HashSet<>();
    private final STRtree tree = new STRtree();

    /**
     * Prepares the districts.
     *
     * @param shapes valid polygons by district code, in the order in which matches are wanted
     * @param geocodeNames names of the lists whose values are district codes, in any case
     */
    public DistrictIndex(Map<String, Geometry> shapes, Collection<String> geocodeNames) {
        int position = 0;
        for (Map.Entry<String, Geometry> shape : shapes.entrySet()) {
            DistrictShape district = new DistrictShape(shape.getKey(), position++, shape.getValue());
            byCode.put(folded(shape.getKey()), district);
            tree.insert(shape.getValue().getEnvelopeInternal(), district);
        }
        // Built now: the tree builds itself at the first question, and questions come from many threads.
        tree.build();
        geocodeNames.forEach(name -> this.geocodeNames.add(folded(name)));
    }

    /** The districts that the areas mean together, each once, in the index's order; empty if they mean none. */
    public List<DistrictMatch> match(List<AreaShape> areas) {
        Matches matches = new Matches();
        for (int i = 0; i < areas.size(); i++) {
            for (Geocode geocode : areas.get(i).geocodes()) {
                district(geocode).ifPresent(d -> matches.add(d, MatchedBy.GEOCODE, geocode.name() + "=" + d.code()));
            }
        }
        for (int i = 0; i < areas.size(); i++) {
            matchShapes("area " + (i + 1), areas.get(i), matches);
        }
        return matches.inOrder();
    }

    /** The codes of our own lists that name no district: most likely a mistake of the sender. */
    public List<Geocode> unknownCodes(List<AreaShape> areas) {
        return areas.stream()
                .flatMap(area -> area.geocodes().stream())
                .filter(geocode -> geocodeNames.contains(folded(geocode.name())))
                .filter(geocode -> district(geocode).isEmpty())
                .distinct()
                .toList();
    }

    private void matchShapes(String area, AreaShape shape, Matches matches) {
        int number = 1;
        for (List<LatLon> places : shape.polygons()) {
            String detail = area + ", polygon " + number++;
            RingShape.of(places).ifPresent(ring -> matchRing(detail, ring, matches));
        }
        number = 1;
        for (Circle circle : shape.circles()) {
            String detail = area + ", circle " + number++;
            for (Envelope box : Globe.boxes(circle)) {
                for (DistrictShape district : near(box)) {
                    if (district.isMeantBy(circle)) {
                        matches.add(district, MatchedBy.CIRCLE, detail);
                    }
                }
            }
        }
    }

    private void matchRing(String detail, RingShape ring, Matches matches) {
        List<DistrictShape> meant = meantBy(ring);
        if (!meant.isEmpty()) {
            String how = ring.isSeenToCrossItself() ? detail + " (crosses itself)" : detail;
            meant.forEach(district -> matches.add(district, MatchedBy.POLYGON, how));
        }
    }

    private List<DistrictShape> meantBy(RingShape ring) {
        List<DistrictShape> near = near(ring.envelope());
        List<DistrictShape> meant = new ArrayList<>(near.size());
        for (DistrictShape district : near) {
            if (district.isMeantBy(ring)) {
                meant.add(district);
            }
        }
        if (meant.isEmpty() && !near.isEmpty()) {
            ring.mended()
                    .ifPresent(shape -> near.stream()
                            .filter(district -> district.holdsPartOf(shape))
                            .forEach(meant::add));
        }
        return meant;
    }

    private List<DistrictShape> near(Envelope box) {
        List<DistrictShape> near = new ArrayList<>();
        tree.query(box, found -> near.add((DistrictShape) found));
        return near;
    }

    private Optional<DistrictShape> district(Geocode geocode) {
        return geocodeNames.contains(folded(geocode.name()))
                ? Optional.ofNullable(byCode.get(folded(geocode.value())))
                : Optional.empty();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The first reason of each district. */
    private static final class Matches {
        private final Map<Integer, DistrictMatch> found = new TreeMap<>();

        void add(DistrictShape district, MatchedBy by, String detail) {
            found.putIfAbsent(district.position(), new DistrictMatch(district.code(), by, detail));
        }

        List<DistrictMatch> inOrder() {
            return List.copyOf(found.values());
        }
    }
}
