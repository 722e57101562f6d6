package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carillon.schemas.cap.rules.Content.Children;
import org.carillon.schemas.cap.rules.Content.Slot;
import org.carillon.schemas.cap.rules.Coordinates.Token;
import org.carillon.schemas.cap.xml.XmlElement;

/** Mends what a lenient reading mends, and says so; the original bytes stay what they are. */
final class Repairs {

    private static final int FEWEST_CORNERS = 3;

    private final Report report;

    Repairs(Report report) {
        this.report = report;
    }

    XmlElement repair(XmlElement alert) {
        return repair(alert, Grammar.ALERT.slots());
    }

    private XmlElement repair(XmlElement parent, List<Slot> slots) {
        List<XmlElement> children = new ArrayList<>();
        for (XmlElement child : parent.children()) {
            int place = SequenceOrder.placeOf(child, parent, slots);
            boolean known = place != SequenceOrder.UNKNOWN && place < slots.size();
            if (known && slots.get(place).content() instanceof Children grandchildren) {
                children.add(repair(child, grandchildren.slots()));
            } else if (!known || !child.name().equals("polygon")) {
                children.add(child);
            } else if (!child.text().isBlank()) {
                children.add(closed(child));
            } else if (hasOtherGeometry(parent)) {
                report.add(
                        CapRule.REPAIRED_POLYGON_EMPTY,
                        child,
                        "An empty <polygon> was left out; the area has other geometry.");
            } else {
                children.add(child);
            }
        }
        return parent.withChildren(inOrder(parent, children, slots));
    }

    private List<XmlElement> inOrder(XmlElement parent, List<XmlElement> children, List<Slot> slots) {
        List<XmlElement> misplaced = SequenceOrder.misplaced(parent, slots);
        if (misplaced.isEmpty()) {
            return children;
        }
        for (XmlElement child : misplaced) {
            report.add(
                    CapRule.REPAIRED_ELEMENT_ORDER,
                    child,
                    "<" + child.name() + "> was moved to its place in <" + parent.name() + ">.");
        }
        List<XmlElement> sorted = new ArrayList<>(children);
        sorted.sort(Comparator.comparingInt(child -> SequenceOrder.placeOf(child, parent, slots)));
        return sorted;
    }

    private XmlElement closed(XmlElement polygon) {
        List<Token> tokens = Coordinates.tokens(polygon.text());
        boolean readable =
                tokens.stream().allMatch(token -> Coordinates.pair(token.text()).isPresent());
        if (!readable
                || tokens.size() < FEWEST_CORNERS
                || Coordinates.pair(tokens.getFirst().text())
                        .equals(Coordinates.pair(tokens.getLast().text()))) {
            return polygon;
        }
        report.add(CapRule.REPAIRED_POLYGON_NOT_CLOSED, polygon, "The <polygon> was closed with its first point.");
        return polygon.withText(polygon.text() + " " + tokens.getFirst().text());
    }

    private static boolean hasOtherGeometry(XmlElement area) {
        return area.children().stream().anyMatch(child -> switch (child.name()) {
            case "polygon", "circle" -> !child.text().isBlank();
            case "geocode" -> true;
            default -> false;
        });
    }
}
