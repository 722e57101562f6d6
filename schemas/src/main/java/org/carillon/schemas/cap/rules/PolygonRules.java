package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.cap.rules.Coordinates.Pair;
import org.carillon.schemas.cap.rules.Coordinates.Token;
import org.carillon.schemas.cap.xml.XmlElement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What the standard's prose demands of a polygon (3.2.4). */
final class PolygonRules {

    static final int FEWEST_POINTS = 4;

    /** Beyond this the search for crossing sides could be made to take long. */
    private static final int MOST_POINTS_SEARCHED_FOR_CROSSINGS = 2_000;

    private final Report report;

    PolygonRules(Report report) {
        this.report = report;
    }

    void check(XmlElement polygon) {
        List<Token> tokens = Coordinates.tokens(polygon.text());
        if (tokens.isEmpty()) {
            report.add(
                    CapRule.POLYGON_EMPTY, polygon, "<polygon> is empty: give its points, or leave the element out.");
            return;
        }
        List<Pair> pairs = pairs(polygon, tokens);
        if (pairs.size() == tokens.size()) {
            checkRange(polygon, tokens, pairs);
            checkRing(polygon, pairs);
        }
    }

    /** As many as there are tokens, or what was wrong has been reported. */
    private List<Pair> pairs(XmlElement polygon, List<Token> tokens) {
        List<Pair> pairs = new ArrayList<>(tokens.size());
        List<Token> wrong = new ArrayList<>(0);
        for (Token token : tokens) {
            Optional<Pair> pair = Coordinates.pair(token.text());
            pair.ifPresentOrElse(pairs::add, () -> wrong.add(token));
        }
        if (!wrong.isEmpty()) {
            Token first = wrong.getFirst();
            report.addAt(
                    CapRule.POLYGON_SYNTAX,
                    polygon,
                    first.start(),
                    "<polygon>: '" + Report.excerpt(first.text()) + "' is no lat,lon"
                            + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "") + ": "
                            + hint(first.text()));
        }
        return pairs;
    }

    private static String hint(String wrong) {
        if (wrong.endsWith(",") || wrong.startsWith(",")) {
            return "leave out the space beside the comma.";
        }
        return wrong.indexOf(';') >= 0
                ? "put a space between points, not a semicolon."
                : "write points like 38.47,-120.14 with spaces between them.";
    }

    private void checkRange(XmlElement polygon, List<Token> tokens, List<Pair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).isOnEarth()) {
                report.addAt(
                        CapRule.COORD_RANGE,
                        polygon,
                        tokens.get(i).start(),
                        outOfRange("polygon", tokens.get(i), pairs.get(i)));
                return;
            }
        }
    }

    static String outOfRange(String element, Token token, Pair pair) {
        return "<" + element + ">: " + Report.excerpt(token.text()) + " is no position on earth"
                + (pair.looksSwapped()
                        ? ": it looks like lon,lat; write the latitude first."
                        : ": latitudes are -90 to 90, longitudes -180 to 180.");
    }

    private void checkRing(XmlElement polygon, List<Pair> pairs) {
        boolean closed = pairs.getFirst().equals(pairs.getLast());
        if (pairs.size() < FEWEST_POINTS) {
            report.add(
                    CapRule.POLYGON_TOO_FEW_POINTS,
                    polygon,
                    "<polygon> has " + pairs.size()
                            + " points: it needs three corners, and the first again at the end.");
        }
        if (!closed) {
            report.add(
                    CapRule.POLYGON_NOT_CLOSED,
                    polygon,
                    "<polygon> ends elsewhere than it begins: put its first point at the end again.");
        } else if (pairs.size() >= FEWEST_POINTS && crosses(pairs)) {
            report.add(
                    CapRule.POLYGON_SELF_INTERSECTS,
                    polygon,
                    "The sides of the <polygon> cross or touch: check the order of its points.");
        }
    }

    private static boolean crosses(List<Pair> pairs) {
        Coordinate[] ring = pairs.stream()
                .map(pair -> new Coordinate(pair.lon(), pair.lat()))
                .toArray(Coordinate[]::new);
        return ring.length <= MOST_POINTS_SEARCHED_FOR_CROSSINGS
                && !new GeometryFactory().createLinearRing(ring).isSimple();
    }
}
