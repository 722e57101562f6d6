package org.carillon.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.geo.AreaShape;

/**
 * Messages of agencies that have polygons or circles.
 *
 * @param points of all polygons
 */
public record RealShapes(List<byte[]> messages, int polygons, int points, int circles) {
    public RealShapes {
        messages = List.copyOf(messages);
    }

    /** Reads the valid messages of a folder. */
    public static RealShapes read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<byte[]> messages = new ArrayList<>();
        int polygons = 0;
        int points = 0;
        int circles = 0;
        for (Path file : files) {
            byte[] message = Files.readAllBytes(file);
            int shapes = 0;
            for (AreaShape area : Shapes.of(message)) {
                polygons += area.polygons().size();
                points += area.polygons().stream().mapToInt(List::size).sum();
                circles += area.circles().size();
                shapes += area.polygons().size() + area.circles().size();
            }
            if (shapes > 0) {
                messages.add(message);
            }
        }
        return new RealShapes(messages, polygons, points, circles);
    }
}
