package org.carillon.schemas.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carillon.schemas.yaml.Problem;
import org.carillon.schemas.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonTest {
    private static final String SQUARE = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";
    private final Problems problems = new Problems();

    @Test
    void shouldReadAndWritePolygonsWithHolesAndIslands() {
        List<GeoFeature> features =
                read(feature("D01", "Polygon", "[" + SQUARE + ",[[0.2,0.2],[0.4,0.2],[0.4,0.4],[0.2,0.2]]]") + ",\n"
                        + feature("D02", "MultiPolygon", "[[" + SQUARE + "],[[[5,5],[6,5],[6,6],[5,5]]]]"));

        assertThat(problems.sorted()).isEmpty();
        assertThat(features).extracting(GeoFeature::code).containsExactly("D01", "D02");
        assertThat(features).extracting(GeoFeature::line).containsExactly(2, 3);
        assertThat(GeoJson.toJson(features.get(0).geometry()))
                .hasToString(
                        "{\"type\":\"Polygon\",\"coordinates\":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,1.0],[0.0,0.0]],"
                                + "[[0.2,0.2],[0.4,0.2],[0.4,0.4],[0.2,0.2]]]}");
        assertThat(GeoJson.toJson(features.get(1).geometry()).get("coordinates"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [[[0,0],[1,0],[1,1],[0,0.5]]]           | not closed
            [[[0,0],[1,0],[0,0]]]                   | 4 positions
            [[[0,0],[1,95],[1,1],[0,0]]]            | longitude first
            [[[0,0],[1],[1,1],[0,0]]]               | expected a position
            [[[0,0],[1,1],[1,0],[0,1],[0,0]]]       | Self-intersection
            []                                      | list of rings
            7                                       | "coordinates"
            """)
    void shouldSayWhatIsWrongWithAShape(String coordinates, String message) {
        assertThat(read(feature("D01", "Polygon", coordinates))).isEmpty();
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(message.replace("\"", ""));
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.key()).contains("D01");
        });
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() {
        assertThat(problemOf("{\"type\":\"FeatureCollection\",\n\"features\":[}")
                        .text())
                .startsWith("d.geojson:2:13: is not JSON");
        assertThat(problemOf("[]").message()).contains("FeatureCollection");
        assertThat(problemOf("").message()).contains("FeatureCollection");
        assertThat(problemOf("{\"type\":\"FeatureCollection\"}").message()).contains("is missing");
        assertThat(problemOf("{\"a\":1,\"a\":2}").message()).contains("Duplicate");
        assertThat(problemOf(collection(feature("D01", "Point", "[0,0]"))).message())
                .contains("found \"Point\"");
        assertThat(problemOf(collection("{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"}}"))
                        .key())
                .isEqualTo("features[0].properties.code");
    }

    @Test
    void shouldFindOverlapsButNotNeighbours() {
        List<GeoFeature> features = read(feature("A", "Polygon", "[" + SQUARE + "]") + ","
                + feature("B", "Polygon", "[[[1,0],[2,0],[2,1],[1,1],[1,0]]]") + ","
                + feature("C", "Polygon", "[[[1.5,0],[3,0],[3,1],[1.5,1],[1.5,0]]]"));

        assertThat(GeoJson.overlaps(features))
                .extracting(o -> o.one().code() + o.other().code())
                .containsExactly("BC");
    }

    @Property(tries = 1000)
    void nothingMakesTheReaderThrow(@ForAll String text) {
        GeoJson.parse("d.geojson", text.getBytes(StandardCharsets.UTF_8), new Problems());
    }

    private Problem problemOf(String json) {
        Problems mine = new Problems();
        assertThat(GeoJson.parse("d.geojson", json.getBytes(StandardCharsets.UTF_8), mine))
                .isEmpty();
        assertThat(mine.sorted()).hasSize(1);
        return mine.sorted().get(0);
    }

    private List<GeoFeature> read(String features) {
        return GeoJson.parse("d.geojson", collection(features).getBytes(StandardCharsets.UTF_8), problems);
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "]}";
    }

    private static String feature(String code, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }
}
