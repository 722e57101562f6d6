package org.carillon.schemas.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carillon.schemas.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small pack that is right, and what is said of each way to make it wrong. */
class CityPackReaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final String CITY = """
            id: twin
            name: {en: Twin, fr: Jumelle}
            authority: {en: Twin Council, fr: Conseil}
            timeZone: Europe/Paris
            emergencyNumber: "112"
            defaultLanguage: en
            languages:
              - {code: en, name: English, reviewed: true}
              - {code: fr, name: Français, reviewed: false}
            districts:
              - code: A1
                name: {en: East, fr: Est}
                aliases: {en: [Sunrise]}
                postcodes: ["100"]
              - code: A2
                name: {en: West, fr: Ouest}
                neighbours: [A1]
                postcodes: ["200"]
            everywhere: {en: [all], fr: [tout]}
            topics:
              - code: water
                name: {en: Water, fr: Eau}
            categories: {Geo: water, Met: water, Safety: water, Security: water, Rescue: water, Fire: water,
              Health: water, Env: water, Transport: water, Infra: water, CBRNE: water, Other: water}
            purposes:
              - id: alerts
                text: {en: warnings, fr: avertissements}
                sunset: 2028-12-31
                provider: Someone
            senders:
              - id: water@twin.example
                name: {en: Water, fr: Eau}
                purpose: alerts
                topic: water
            stations:
              - {id: radio, name: Radio, languages: [fr], districts: [A2]}
            """;
    private static final String SHAPES = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"A1"},"geometry":{"type":"Polygon","coordinates":[[[1,0],[2,0],[2,1],[1,0]]]}},
            {"type":"Feature","properties":{"code":"A2"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}
            ]}
            """;
    private static final String CENSUS = """
            district,language,population
            A1,en,10
            A1,fr,20
            A2,en,30
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeThePack() throws IOException {
        write("city.yaml", CITY);
        write("districts.geojson", SHAPES);
        write("census.csv", CENSUS);
    }

    @Test
    void shouldLoadWithoutAWord() {
        CityPackResult result = read();

        assertThat(texts(result)).isEmpty();
        assertThat(result).isInstanceOfSatisfying(CityPackResult.Loaded.class, loaded -> {
            assertThat(loaded.pack().census().total()).isEqualTo(60);
            assertThat(loaded.pack().geocodeNames()).containsExactly("DISTRICT", "carillon:district");
            assertThat(loaded.pack().testers()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: twin                     | id: Twin City                  | city.yaml:1:5: id: expected a small letter, then up to 39 small letters, digits or hyphens, found "Twin City"
            timeZone: Europe/Paris       | timeZone: Europe/Pairs         | city.yaml:4:11: timeZone: expected a time zone of the IANA list such as Europe/Lisbon, found "Europe/Pairs"
            emergencyNumber: "112"       | emergencyNumber: "+33 112"     | city.yaml:5:18: emergencyNumber: expected the short number that people dial, 2 to 8 digits, such as "112", found "+33 112"
            defaultLanguage: en          | defaultLanguage: de            | city.yaml:6:18: defaultLanguage: expected one of en, fr, found "de"
            {code: fr, name: Français,   | {code: FR_, name: Français,    | city.yaml:9:12: languages[1].code: expected a BCP 47 language tag in its usual spelling such as es, pt-BR or zh-Hant, found "FR_"
            {code: fr, name: Français,   | {code: en, name: Français,     | city.yaml:9:6: languages[1].code: "en" is there twice: give one of the two another code
            {en: East, fr: Est}          | {en: East}                     | city.yaml:12:11: districts[0].name.fr: is missing: expected a text
            {en: East, fr: Est}          | {en: East, fr: Est, de: Ost}   | city.yaml:12:31: districts[0].name.de: is not a known key: remove it, or write one of en, fr
            postcodes: ["100"]           | postcode: ["100"]              | city.yaml:14:5: districts[0].postcode: is not a known key: did you mean "postcodes"?
            code: A2                     | code: A1                       | city.yaml:15:5: districts[1].code: "A1" is there twice: give one of the two another code
            code: A2                     | code: A3                       | city.yaml:15:5: districts[1].code: district A3 has no usable polygon in districts.geojson: add one
            code: A2                     | code: A3                       | districts.geojson:3:1: A2: is no district of city.yaml: add it there or remove it here
            neighbours: [A1]             | neighbours: [B9]               | city.yaml:17:5: districts[1].neighbours: "B9" is no other district
            {en: West, fr: Ouest}        | {en: Sunrise, fr: Ouest}       | city.yaml:16:5: districts[1].name: "Sunrise" already means district A1 (aliases "Sunrise"): a resident could mean either, so remove one
            {en: West, fr: Ouest}        | {en: EAST, fr: Ouest}          | city.yaml:16:5: districts[1].name: "EAST" already means district A1 (name "East"): a resident could mean either, so remove one
            {en: West, fr: Ouest}        | {en: a 1, fr: Ouest}           | city.yaml:16:5: districts[1].name: "a 1" already means district A1 (code "A1"): a resident could mean either, so remove one
            {en: West, fr: Ouest}        | {en: All, fr: Ouest}           | city.yaml:16:5: districts[1].name: "All" already means all districts: choose another word
            postcodes: ["200"]           | postcodes: ["100"]             | city.yaml:18:5: districts[1].postcodes: "100" is also a postcode of A1: residents who text it are asked which of the two
            Geo: water                   | Goe: water                     | city.yaml:23:14: categories.Goe: is not a known key: did you mean "Geo"?
            Geo: water,                  | Geo: fire,                     | city.yaml:23:19: categories.Geo: expected one of water, found "fire"
            sunset: 2028-12-31           | sunset: 31.12.2028             | city.yaml:28:13: purposes[0].sunset: expected a date such as 2028-12-31, found "31.12.2028"
            sunset: 2028-12-31           | sunset: 2026-11-21             | city.yaml:28:5: purposes[0].sunset: is over: at the next start the keys and subscriptions of this purpose are erased
            id: water@twin.example       | id: the water people           | city.yaml:31:9: senders[0].id: expected a CAP sender: no spaces, commas, < or &, found "the water people"
            topic: water                 | topic: fire                    | city.yaml:34:12: senders[0].topic: expected one of water, found "fire"
            topic: water                 | keys: [water.pem]              | city.yaml:34:12: senders[0].keys[0]: expected a certificate or public key (RSA from 2048 bits or EC from 256): the name of a PEM file of the pack, or the base64 of its DER, found "water.pem"
            languages: [fr]              | languages: []                  | city.yaml:36:30: stations[0].languages: is empty: expected at least one, one of en, fr
            districts: [A2]              | districts: [A9]                | city.yaml:36:59: stations[0].districts[0]: expected one of A1, A2, found "A9"
            """)
    void shouldSayWhatIsWrongWithTheCity(String right, String wrong, String said) throws IOException {
        assertThat(CITY).contains(right);
        write("city.yaml", CITY.replaceFirst(Pattern.quote(right), wrong));

        assertThat(texts(read())).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A2,en,30         | A9,en,30     | census.csv:4:1: district: "A9" is no district of city.yaml
            A2,en,30         | A2,e,30      | census.csv:4:1: language: expected a BCP 47 language tag in its usual spelling such as es, pt-BR or zh-Hant, found "e"
            A2,en,30         | A2,wo,30     | census.csv: 30 people speak wo at home, which is not among the city's languages
            A2,en,30         | A2,en,-3     | census.csv:4:1: population: expected a whole number from 0 to 100000000, found "-3"
            A2,en,30         | A2;en;30     | census.csv:4:1: expected three values, district,language,population, found 1
            A2,en,30         | A1,en,30     | census.csv:4:1: A1 and en are there twice: add the two lines up
            A2,en,30         | A1,de,30     | census.csv: district A2 is not in the census: its coverage cannot be shown
            district,        | area,        | census.csv:1:1: the first line must be district,language,population, with commas
            """)
    void shouldSayWhatIsWrongWithTheCensus(String right, String wrong, String said) throws IOException {
        assertThat(CENSUS).contains(right);
        write("census.csv", CENSUS.replace(right, wrong));

        assertThat(texts(read())).contains(said);
    }

    @Test
    void shouldSayWhatIsWrongWithShapes() throws IOException {
        write("districts.geojson", SHAPES.replace("\"A2\"", "\"A1\""));
        assertThat(texts(read()))
                .contains(
                        "districts.geojson:3:1: A1: has a second polygon, the first is in line 2: make one MultiPolygon of"
                                + " them");

        write("districts.geojson", SHAPES.replace("[0,0],[1,0],[1,1],[0,0]", "[0,0],[1.5,0],[1.5,1],[0,0]"));
        assertThat(texts(read()))
                .containsExactly(
                        "districts.geojson:3:1: A2: covers ground of A1 (line 2): an alert there reaches both");

        write("districts.geojson", "{");
        assertThat(texts(read()))
                .singleElement()
                .asString()
                .isEqualTo(
                        "districts.geojson:1:2: is not JSON: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void shouldSayAllAtOnce() throws IOException {
        write(
                "city.yaml",
                CITY.replace("Europe/Paris", "x").replace("\"112\"", "x").replace("2028-12-31", "x"));
        write("districts.geojson", SHAPES.replace("[2,1]", "[2,100]"));
        write("census.csv", CENSUS.replace("A1", "A8"));
        write("notes.doc", "");

        assertThat(read()).isInstanceOfSatisfying(CityPackResult.Broken.class, broken -> {
            assertThat(broken.problems()).hasSize(7);
            assertThat(broken.warnings().stream().map(Problem::message))
                    .contains("is not part of a city pack and is not read");
        });
    }

    @Test
    void shouldSayWhichFilesAreMissing() throws IOException {
        Files.delete(folder.resolve("districts.geojson"));
        Files.delete(folder.resolve("census.csv"));
        assertThat(texts(read()))
                .containsExactly(
                        "census.csv: is missing: a table that begins with district,language,population",
                        "districts.geojson: is missing");

        Files.delete(folder.resolve("city.yaml"));
        assertThat(texts(read())).containsExactly("city.yaml: is missing");
        assertThat(texts(new CityPackReader(CLOCK).read(folder.resolve("none"))))
                .singleElement()
                .asString()
                .contains("is not a folder");
    }

    @Test
    void shouldRefuseMoreTopicsThanARecordHolds() throws IOException {
        StringBuilder topics = new StringBuilder("topics:\n");
        for (int i = 0; i < 65; i++) {
            topics.append("  - {code: t").append(i).append(", name: {en: T, fr: T}}\n");
        }
        write("city.yaml", CITY.replace("topics:\n", topics));

        assertThat(texts(read())).contains("city.yaml:20:1: topics: are 66, and at most 64 fit into a stored record");
    }

    @Test
    void shouldNotShowTestersNumbers() throws IOException {
        write("city.yaml", CITY + "testers: [+33600000001]\n");
        assertThat(read()).isInstanceOf(CityPackResult.Loaded.class);
        assertThat(read().toString()).doesNotContain("33600000001");

        write("city.yaml", CITY + "testers: [0600000001]\n");
        assertThat(texts(read()))
                .containsExactly("city.yaml:37:11: testers[0]: expected a telephone number such as" + " +15005550006");
    }

    private CityPackResult read() {
        return new CityPackReader(CLOCK).read(folder);
    }

    /** Everything said, without the folder's name. */
    private List<String> texts(CityPackResult result) {
        List<Problem> all = new ArrayList<>(result.warnings());
        if (result instanceof CityPackResult.Broken broken) {
            all.addAll(broken.problems());
        }
        return all.stream()
                .sorted()
                .map(problem -> problem.text().replace(folder + "/", ""))
                .toList();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
