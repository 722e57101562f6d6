package org.carillon.schemas.cap.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.cap.rules.Coordinates.Pair;
import org.carillon.schemas.cap.rules.Coordinates.Token;
import org.carillon.schemas.cap.xml.XmlElement;

/** What the standard's prose demands of an area (3.2.4), and how much geometry is looked at. */
final class AreaRules {

    static final int MOST_POLYGONS = 1_000;
    static final int MOST_POINTS = 50_000;

    /** Half of the way round the earth. */
    private static final double LARGEST_RADIUS_KM = 20_038;

    private final Report report;
    private int polygons;
    private int points;

    AreaRules(Report report) {
        this.report = report;
    }

    void check(XmlElement area) {
        area.all("areaDesc").stream()
                .filter(desc -> desc.text().isBlank())
                .forEach(desc ->
                        report.add(CapRule.AREADESC_EMPTY, desc, "<areaDesc> is blank: say in words where it is."));
        area.all("polygon").forEach(this::checkPolygon);
        area.all("circle").forEach(this::checkCircle);
        checkHeights(area);
    }

    /** Too much geometry is reported once, and then not looked at. */
    private void checkPolygon(XmlElement polygon) {
        polygons++;
        int before = points;
        points += Coordinates.count(polygon.text());
        if (polygons == MOST_POLYGONS + 1) {
            report.add(
                    CapRule.TOO_MANY_POLYGONS,
                    polygon,
                    "More than " + MOST_POLYGONS + " polygons in the message: use fewer, or geocodes.");
        }
        if (before <= MOST_POINTS && points > MOST_POINTS) {
            report.add(
                    CapRule.TOO_MANY_POINTS,
                    polygon,
                    "More than " + MOST_POINTS + " points in the message: simplify its polygons.");
        }
        if (polygons <= MOST_POLYGONS && points <= MOST_POINTS) {
            new PolygonRules(report).check(polygon);
        }
    }

    private void checkCircle(XmlElement circle) {
        List<Token> tokens = Coordinates.tokens(circle.text());
        Optional<Pair> center =
                tokens.size() == 2 ? Coordinates.pair(tokens.get(0).text()) : Optional.empty();
        Optional<Double> radius =
                tokens.size() == 2 ? Coordinates.number(tokens.get(1).text()) : Optional.empty();
        if (center.isEmpty() || radius.isEmpty()) {
            report.add(
                    CapRule.CIRCLE_SYNTAX,
                    circle,
                    "<circle> '" + Report.excerpt(circle.text())
                            + "' is no lat,lon and radius: write it like 32.9525,-115.5527 15 (kilometres).");
            return;
        }
        if (!center.get().isOnEarth()) {
            report.add(CapRule.COORD_RANGE, circle, PolygonRules.outOfRange("circle", tokens.get(0), center.get()));
        }
        if (radius.get() < 0 || radius.get() > LARGEST_RADIUS_KM) {
            report.add(
                    CapRule.CIRCLE_RADIUS,
                    circle,
                    "<circle> has a radius of " + Report.excerpt(tokens.get(1).text())
                            + ": write kilometres, 0 for a point.");
        }
    }

    private void checkHeights(XmlElement area) {
        Optional<XmlElement> ceiling = area.first("ceiling");
        if (ceiling.isEmpty()) {
            return;
        }
        if (area.first("altitude").isEmpty()) {
            report.add(
                    CapRule.CEILING_WITHOUT_ALTITUDE,
                    ceiling.get(),
                    "<ceiling> without <altitude>: put the lower bound in <altitude> before it.");
            return;
        }
        Optional<BigDecimal> low = area.textOf("altitude").flatMap(TextForms::decimal);
        Optional<BigDecimal> high = area.textOf("ceiling").flatMap(TextForms::decimal);
        if (low.isPresent() && high.isPresent() && high.get().compareTo(low.get()) < 0) {
            report.add(
                    CapRule.CEILING_BELOW_ALTITUDE,
                    ceiling.get(),
                    "<ceiling> is below <altitude>: both are feet above mean sea level, the lower first.");
        }
    }
}
