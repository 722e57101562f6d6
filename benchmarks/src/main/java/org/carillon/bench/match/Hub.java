package org.carillon.bench.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.geo.AreaShape;
import org.carillon.schemas.geo.DistrictIndex;
import org.locationtech.jts.geom.Geometry;

/** The hub's own index, which districts and alerts go through, and its own reader with every rule of the standard. */
final class Hub implements Contender {
    private final DistrictIndex index;
    private final List<byte[]> messages;
    private final List<List<AreaShape>> shapes;

    Hub(List<? extends Geometry> areas, List<byte[]> messages) {
        Map<String, Geometry> districts = new LinkedHashMap<>();
        areas.forEach(area -> districts.put("A" + districts.size(), area));
        this.index = new DistrictIndex(districts, List.of());
        this.messages = messages;
        this.shapes = messages.stream().map(Shapes::of).toList();
    }

    @Override
    public int match() {
        int pairs = 0;
        for (List<AreaShape> alert : shapes) {
            pairs += index.match(alert).size();
        }
        return pairs;
    }

    @Override
    public int readAndMatch() {
        int pairs = 0;
        for (byte[] message : messages) {
            pairs += index.match(Shapes.of(message)).size();
        }
        return pairs;
    }
}
