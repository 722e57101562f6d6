package org.carillon.schemas.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.city.AreaAnswer.Ambiguous;
import org.carillon.schemas.city.AreaAnswer.Everywhere;
import org.carillon.schemas.city.AreaAnswer.Exact;
import org.carillon.schemas.city.AreaAnswer.Unknown;
import org.carillon.schemas.geo.AreaShape;
import org.carillon.schemas.geo.Circle;
import org.carillon.schemas.geo.DistrictMatch;
import org.carillon.schemas.geo.LatLon;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

class DemoCityTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("carillon.root", ".."), "all-in-one", "cities", "port-maravel");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    private final CityPack pack = load();

    @Test
    void shouldHaveWhatTheDemoNeeds() {
        assertThat(pack.districtCodes())
                .containsExactly("D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10");
        assertThat(pack.languageCodes()).containsExactly("en", "es", "ar");
        assertThat(pack.topicCodes())
                .containsExactly(
                        "health", "water", "weather", "safety", "transport", "school", "services", "community");
        assertThat(pack.onlyPurpose().map(Purpose::id)).contains(new PurposeId("city-alerts"));
        assertThat(pack.onlyPurpose().orElseThrow().endsAt(pack.timeZone()))
                .isEqualTo(Instant.parse("2029-01-01T00:00:00Z"));
        assertThat(pack.emergencyNumber()).isEqualTo("112");
        assertThat(pack.stations()).hasSize(2);
        assertThat(pack.sender("water@port-maravel.example").flatMap(Sender::defaultTopic))
                .contains("water");
        assertThat(pack.categoryTopics()).containsEntry(Category.MET, "weather").hasSize(Category.values().length);
        assertThat(pack.names().in("es-MX")).isEqualTo("Puerto Maravel");
        assertThat(pack.names().in("fr")).isEqualTo("Port Maravel");
        assertThat(pack.language("es").map(Language::isReviewed)).contains(false);
        assertThat(pack.census().total()).isGreaterThan(200_000);
        assertThat(pack.census().population("D07", "ar")).isEqualTo(130);
        assertThat(pack.census().ofLanguage("en")).isLessThan(pack.census().total());
    }

    @Test
    void shouldTileTheCity() {
        for (District district : pack.districts()) {
            assertThat(district.area().isValid()).as(district.code()).isTrue();
            assertThat(district.area().getNumPoints()).isGreaterThan(5);
            for (District other : pack.districts()) {
                if (!other.equals(district)) {
                    assertThat(district.area().intersection(other.area()).getArea())
                            .isZero();
                }
                assertThat(district.neighbours().contains(other.code()))
                        .as(district.code() + " beside " + other.code())
                        .isEqualTo(!district.equals(other)
                                && district.area().intersection(other.area()).getLength() > 0);
            }
        }
        Geometry land = pack.districts().stream()
                .filter(d -> !d.code().equals("D07"))
                .map(District::area)
                .reduce(Geometry::union)
                .orElseThrow();
        assertThat(land.getNumGeometries()).isEqualTo(1);
        assertThat(((Polygon) land).getNumInteriorRing()).as("only the lake").isEqualTo(1);
        assertThat(pack.district("D07").orElseThrow().area().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void shouldFindEachDistrictByAPlaceInIt() {
        for (District district : pack.districts()) {
            Point inside = district.area().getInteriorPoint();
            Circle place = new Circle(new LatLon(inside.getY(), inside.getX()), 0);
            AreaShape area = new AreaShape(List.of(), List.of(place), List.of());

            assertThat(pack.districtIndex().match(List.of(area)))
                    .extracting(DistrictMatch::district)
                    .containsExactly(district.code());
        }
    }

    @Test
    void shouldFindEachDistrictByAllItsWords() {
        AreaLookup lookup = pack.areaLookup();
        for (District district : pack.districts()) {
            Stream.of(
                            Stream.of(district.code()),
                            district.names().texts().values().stream(),
                            district.aliases().values().stream().flatMap(List::stream),
                            district.postcodes().stream())
                    .flatMap(words -> words)
                    .forEach(word -> assertThat(lookup.find(word)).as(word).isEqualTo(new Exact(district.code())));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            d01, D01
            D1, D01
            d 01, D01
            ｄ０１, D01
            D٠١, D01
            d-10, D10
            OLD  HARBOUR, D01
            old-harbour!, D01
            barrio de la estacion, D09
            الميناء القديم, D01
            اَلْمِينَاءُ القديم, D01
            حى المحطه, D09
            ضفه النهر, D04
            70101, D01
            ٧٠١٠١, D01
            701 01, D01
            """)
    void shouldUnderstandHoweverItIsSpelt(String text, String district) {
        assertThat(pack.areaLookup().find(text)).isEqualTo(new Exact(district));
    }

    @Test
    void shouldOfferGuessesAndChoices() {
        AreaLookup lookup = pack.areaLookup();

        assertThat(lookup.find("TODOS")).isEqualTo(new Everywhere());
        assertThat(lookup.find("الكل")).isEqualTo(new Everywhere());
        assertThat(lookup.find("barrio")).isEqualTo(new Ambiguous(List.of("D05", "D09")));
        assertThat(lookup.find("old harbur")).isEqualTo(new Unknown(List.of("D01")));
        assertThat(lookup.find("DO1"))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.guesses()).contains("D01"));
        assertThat(lookup.find("district 7")).isEqualTo(new Unknown(List.of("D07")));
        assertThat(lookup.find("الحي ١٠")).isEqualTo(new Unknown(List.of("D10")));
        assertThat(lookup.find("hill")).isEqualTo(new Unknown(List.of("D03")));
        assertThat(lookup.find("")).isEqualTo(new Unknown(List.of()));
        assertThat(lookup.find("xyzzyxyzzy")).isEqualTo(new Unknown(List.of()));
        assertThat(lookup.find("x".repeat(100_000))).isEqualTo(new Unknown(List.of()));
    }

    @Test
    void shouldTakeAsManyWordsAsMakeAName() {
        AreaLookup lookup = pack.areaLookup();

        assertThat(lookup.leading(List.of("old", "harbour", "es")))
                .contains(new AreaLookup.Leading(new Exact("D01"), 2));
        assertThat(lookup.leading(List.of("whole", "city"))).contains(new AreaLookup.Leading(new Everywhere(), 2));
        assertThat(lookup.leading(List.of("es"))).isEmpty();
        assertThat(lookup.leading(List.of())).isEqualTo(Optional.empty());
    }

    private static CityPack load() {
        CityPackResult result = new CityPackReader(CLOCK).read(FOLDER);
        assertThat(result.warnings().stream().map(Problem::text)).isEmpty();
        return switch (result) {
            case CityPackResult.Loaded loaded -> loaded.pack();
            case CityPackResult.Broken broken ->
                throw new AssertionError(
                        broken.problems().stream().map(Problem::text).toList().toString());
        };
    }
}
