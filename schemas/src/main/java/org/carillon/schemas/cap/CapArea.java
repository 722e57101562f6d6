package org.carillon.schemas.cap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where: the union of the polygons, circles and geocodes, described in words (CAP 1.2, 3.2.4).
 *
 * @param altitude feet above mean sea level, the lower bound if there is a ceiling
 * @param ceiling feet above mean sea level
 */
public record CapArea(
        String areaDesc,
        List<CapPolygon> polygons,
        List<CapCircle> circles,
        List<CapNameValue> geocodes,
        @Nullable BigDecimal altitude,
        @Nullable BigDecimal ceiling) {

    public CapArea {
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
        altitude = plain(altitude);
        ceiling = plain(ceiling);
    }

    /** An area known by codes only, such as a district. */
    public static CapArea ofGeocodes(String areaDesc, List<CapNameValue> geocodes) {
        return new CapArea(areaDesc, List.of(), List.of(), geocodes, null, null);
    }

    public CapArea withPolygons(List<CapPolygon> newPolygons) {
        return new CapArea(areaDesc, newPolygons, circles, geocodes, altitude, ceiling);
    }

    public CapArea withCircles(List<CapCircle> newCircles) {
        return new CapArea(areaDesc, polygons, newCircles, geocodes, altitude, ceiling);
    }

    /** Whether there is a polygon or a circle, so that the area can be drawn without knowing any code. */
    public boolean hasGeometry() {
        return !polygons.isEmpty() || !circles.isEmpty();
    }

    /** Without this a number such as 1E+3 would come back from XML as another record. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null || number.scale() >= 0 ? number : number.setScale(0);
    }
}
