package org.carillon.ingest.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carillon.schemas.cap.CapPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    @Test
    void shouldReadOneShapeALine() {
        Shapes.Read read = Shapes.read("40,-18 40.1,-18 ; 40.1,-17.9\n\n  40.02 , -18.00   1.5 KM \n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.rings()).hasSize(2);
        assertThat(read.rings().getFirst())
                .containsExactly(
                        new CapPoint(40, -18),
                        new CapPoint(40.1, -18),
                        new CapPoint(40.1, -17.9),
                        new CapPoint(40, -18));
    }

    @Test
    void shouldLeaveNobodyInTheCircleOutside() {
        List<CapPoint> ring = Shapes.read("60.5,10.25 3").rings().getFirst();

        for (int i = 0; i + 1 < ring.size(); i++) {
            CapPoint one = ring.get(i);
            CapPoint other = ring.get(i + 1);
            double middle = km((one.lat() + other.lat()) / 2 - 60.5, (one.lon() + other.lon()) / 2 - 10.25);
            assertThat(middle).isBetween(2.999, 3.05);
        }
    }

    private static double km(double lat, double lon) {
        double perDegree = 6371.0088 * Math.PI / 180;
        return Math.hypot(lat * perDegree, lon * perDegree * Math.cos(Math.toRadians(60.5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here",
                "40,-18",
                "40,-18 40.1,-18",
                "40,-18 0",
                "40,-18 -1",
                "95,-18 1",
                "40,-18 40.1,-18 95,200",
                "40,-18 40.1,-18 40,-18",
                "<script>"
            })
    void shouldSayWhichLineIsWrong(String line) {
        Shapes.Read read = Shapes.read("40,-18 1\n" + line);

        assertThat(read.rings()).hasSize(1);
        assertThat(read.faults())
                .hasSize(1)
                .first()
                .extracting(Shapes.Fault::line)
                .isEqualTo(2);
    }

    @Test
    void shouldWriteWhatItReads() {
        List<CapPoint> ring = Shapes.read("40,-18 40.1,-18 40.1,-17.9").rings().getFirst();

        assertThat(Shapes.line(ring)).isEqualTo("40,-18 40.1,-18 40.1,-17.9");
        assertThat(Shapes.read(Shapes.line(ring)).rings()).containsExactly(ring);
    }
}
