package org.carillon.bench.match;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What is least needed to have the areas of a message: polygons and circles picked from the XML, nothing checked. */
final class PlainReader {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final double KM_PER_DEGREE = 111.2;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final GeometryFactory geometries = new GeometryFactory();

    PlainReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    List<Geometry> read(byte[] message) {
        List<Geometry> found = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(message));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "polygon" -> addPolygon(xml.getElementText().strip(), found);
                        case "circle" -> addCircle(xml.getElementText().strip(), found);
                        default -> {
                            // Says nothing about the place.
                        }
                    }
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
        return found;
    }

    private void addPolygon(String text, List<Geometry> found) {
        if (!text.isEmpty()) {
            String[] pairs = SPACE.split(text, -1);
            Coordinate[] ring = new Coordinate[pairs.length];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = coordinate(pairs[i]);
            }
            found.add(geometries.createPolygon(ring));
        }
    }

    /** As a circle in degrees of latitude, as wide as it is high on the map. */
    private void addCircle(String text, List<Geometry> found) {
        if (!text.isEmpty()) {
            String[] parts = SPACE.split(text, -1);
            Geometry centre = geometries.createPoint(coordinate(parts[0]));
            double radius = Double.parseDouble(parts[1]) / KM_PER_DEGREE;
            found.add(radius > 0 ? centre.buffer(radius) : centre);
        }
    }

    private static Coordinate coordinate(String pair) {
        int comma = pair.indexOf(',');
        return new Coordinate(
                Double.parseDouble(pair.substring(comma + 1)), Double.parseDouble(pair.substring(0, comma)));
    }
}
