package org.carillon.ingest.console.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.CapPoint;

/**
 * The area that an officer draws or types, one shape a line: corners as {@code lat,lon lat,lon lat,lon}, or a circle as
 * {@code lat,lon km}. The map writes the same lines, so that nothing can be said by mouse only.
 */
public final class Shapes {
    private static final int CORNERS = 36;
    private static final double KM_PER_DEGREE = 6371.0088 * Math.PI / 180;
    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,12})?)";
    private static final Pattern POINT = Pattern.compile(NUMBER + "\\s*,\\s*" + NUMBER);
    private static final Pattern CIRCLE =
            Pattern.compile(NUMBER + "\\s*,\\s*" + NUMBER + "\\s+(\\d{1,4}(?:\\.\\d{1,6})?)\\s*(?:km)?");
    private static final Pattern RING =
            Pattern.compile(POINT.pattern() + "(?:[\\s;]+" + POINT.pattern() + "){2,}", Pattern.CASE_INSENSITIVE);

    private Shapes() {}

    /** Closed rings, latitude first, and what is wrong with lines that are none. */
    public record Read(List<List<CapPoint>> rings, List<Fault> faults) {
        public Read {
            rings = rings.stream().map(List::copyOf).toList();
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param line counted from 1
     * @param what {@code form}, {@code corners}, {@code radius} or {@code place}
     */
    public record Fault(int line, String what) {}

    /** Reads the lines; empty ones are passed over. */
    public static Read read(String text) {
        List<List<CapPoint>> rings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().toLowerCase(Locale.ROOT);
            if (!line.isEmpty()) {
                try {
                    rings.add(ring(line));
                } catch (Wrong e) {
                    faults.add(new Fault(i + 1, e.what));
                }
            }
        }
        return new Read(rings, faults);
    }

    /** A ring as a line of corners. */
    public static String line(List<CapPoint> ring) {
        List<CapPoint> open =
                ring.size() > 1 && ring.getFirst().equals(ring.getLast()) ? ring.subList(0, ring.size() - 1) : ring;
        return String.join(" ", open.stream().map(CapPoint::text).toList());
    }

    private static List<CapPoint> ring(String line) {
        Matcher circle = CIRCLE.matcher(line);
        if (circle.matches()) {
            return around(point(circle.group(1), circle.group(2)), Double.parseDouble(circle.group(3)));
        }
        if (!RING.matcher(line).matches()) {
            throw new Wrong("form");
        }
        List<CapPoint> points = new ArrayList<>();
        Matcher point = POINT.matcher(line);
        while (point.find()) {
            points.add(point(point.group(1), point.group(2)));
        }
        if (!points.getFirst().equals(points.getLast())) {
            points.add(points.getFirst());
        }
        if (points.size() < 4) {
            throw new Wrong("corners");
        }
        return points;
    }

    /** Corners outside the circle: nobody within it is left out by the straight edges. */
    private static List<CapPoint> around(CapPoint centre, double radiusKm) {
        if (!(radiusKm > 0)) {
            throw new Wrong("radius");
        }
        double out = radiusKm / Math.cos(Math.PI / CORNERS);
        double perDegree = KM_PER_DEGREE * Math.cos(Math.toRadians(centre.lat()));
        List<CapPoint> points = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double turn = 2 * Math.PI * i / CORNERS;
            points.add(new CapPoint(
                    rounded(centre.lat() + out / KM_PER_DEGREE * Math.cos(turn)),
                    rounded(centre.lon() + out / perDegree * Math.sin(turn))));
        }
        points.add(points.getFirst());
        return points;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static CapPoint point(String lat, String lon) {
        try {
            return new CapPoint(Double.parseDouble(lat), Double.parseDouble(lon));
        } catch (IllegalArgumentException e) {
            throw new Wrong("place");
        }
    }

    /** Why a line cannot be read. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        Wrong(String what) {
            super(what);
            this.what = what;
        }
    }
}
