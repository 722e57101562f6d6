package org.carillon.schemas.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carillon.schemas.geo.GeoFeature;
import org.carillon.schemas.geo.GeoJson;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.yaml.Problem;
import org.carillon.schemas.yaml.Problems;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.Yaml;
import org.carillon.schemas.yaml.YamlObject;

/**
 * Reads a city pack: a folder with {@code city.yaml}, {@code districts.geojson} and {@code census.csv}. It says all that
 * is wrong in one go.
 */
public final class CityPackReader {
    private static final String CITY = "city.yaml";
    private static final String SHAPES = "districts.geojson";
    private static final String CENSUS = "census.csv";
    private static final Set<String> FILES = Set.of(CITY, SHAPES, CENSUS);
    private static final Pattern DOCUMENTS = Pattern.compile("(?:README|LICENSE|NOTICE)(?:\\..*)?|\\..*");
    private static final ValueType<String> ID = ValueType.matching(
            Pattern.compile("[a-z][a-z0-9-]{0,39}"), "a small letter, then up to 39 small letters, digits or hyphens");
    private static final ValueType<String> EMERGENCY = ValueType.matching(
            Pattern.compile("[0-9]{2,8}"), "the short number that people dial, 2 to 8 digits, such as \"112\"");
    private static final ValueType<E164> NUMBER = ValueType.matching(
                    Pattern.compile("\\+[1-9][0-9]{6,14}"), "a telephone number such as +15005550006")
            .map(E164::of)
            .secret();
    private static final int MAX_LANGUAGES = 100;
    private static final int MAX_DISTRICTS = 10_000;
    private static final int MAX_TOPICS = 64;
    private static final int MAX_PURPOSES = 100;
    private static final List<String> GEOCODES = List.of("DISTRICT", "carillon:district");

    private final Clock clock;

    /** Reads packs as of the clock's day, for sunset dates. */
    public CityPackReader(Clock clock) {
        this.clock = clock;
    }

    /** Reads the pack in a folder. */
    public CityPackResult read(Path folder) {
        Findings findings = new Findings();
        if (!Files.isDirectory(folder)) {
            findings.errors()
                    .add(Problem.ofFile(
                            folder.toString(),
                            "is not a folder: a city pack is a folder with "
                                    + String.join(", ", CITY, SHAPES, CENSUS)));
            return new CityPackResult.Broken(findings.errors().sorted(), List.of());
        }
        reportOtherFiles(folder, findings);
        Optional<CityPack> pack = Yaml.read(folder.resolve(CITY), label(folder, CITY), findings.errors())
                .map(root -> pack(folder, root, findings));
        List<Problem> warnings = findings.warnings().sorted();
        return pack.isPresent() && findings.errors().isEmpty()
                ? new CityPackResult.Loaded(pack.get(), warnings)
                : new CityPackResult.Broken(findings.errors().sorted(), warnings);
    }

    private CityPack pack(Path folder, YamlObject root, Findings findings) {
        String id = root.required("id", ID, "");
        LanguageReader languages = new LanguageReader(root, findings);
        Localized names = languages.required(root, "name");
        String defaultLanguage = root.required("defaultLanguage", languages.code(), "und");
        ZoneId zone = root.<ZoneId>required("timeZone", ValueType.zone(), ZoneOffset.UTC);
        String emergency = root.required("emergencyNumber", EMERGENCY, "");
        Localized authority = languages.required(root, "authority");
        DistrictReader districtReader = new DistrictReader(findings, languages);
        Problems ofShapes = new Problems();
        String shapesFile = label(folder, SHAPES);
        List<GeoFeature> shapes = GeoJson.read(folder.resolve(SHAPES), shapesFile, ofShapes);
        ofShapes.sorted().forEach(findings.errors()::add);
        boolean areShapesRead = !shapes.isEmpty() || ofShapes.isEmpty();
        List<District> districts = districtReader.read(root, shapes, shapesFile, areShapesRead);
        Map<String, List<String>> everywhere = languages.words(root, "everywhere");
        new NameClashes(findings, districtReader).report(districts, everywhere);
        Census census = new CensusReader(label(folder, CENSUS), findings)
                .read(folder.resolve(CENSUS), districtReader.codes(), languages.codes());
        CatalogueReader catalogue = new CatalogueReader(root, findings, languages, new PinnedKeyReader(folder));
        List<Topic> topics = catalogue.topics();
        List<Purpose> purposes = catalogue.purposes(zone, clock);
        CityPack pack = new CityPack(
                id,
                names,
                languages.languages(),
                defaultLanguage,
                zone,
                emergency,
                authority,
                districts,
                everywhere,
                census,
                topics,
                catalogue.categoryTopics(topics),
                purposes,
                catalogue.senders(purposes, topics),
                catalogue.stations(districtReader.codes()),
                geocodeNames(root),
                catalogue.reviewers(),
                root.list("testers", NUMBER));
        limit(root, "languages", pack.languages().size(), MAX_LANGUAGES);
        limit(root, "districts", pack.districts().size(), MAX_DISTRICTS);
        limit(root, "topics", pack.topics().size(), MAX_TOPICS);
        limit(root, "purposes", pack.purposes().size(), MAX_PURPOSES);
        root.reportUnknownKeys();
        return pack;
    }

    private static void limit(YamlObject root, String key, int size, int max) {
        if (size > max) {
            root.report(key, "are " + size + ", and at most " + max + " fit into a stored record");
        }
    }

    private static List<String> geocodeNames(YamlObject root) {
        Set<String> names = new LinkedHashSet<>(GEOCODES);
        names.addAll(root.list("geocodeNames", ValueType.text()));
        return List.copyOf(names);
    }

    private static void reportOtherFiles(Path folder, Findings findings) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !FILES.contains(name)
                            && !DOCUMENTS.matcher(name).matches()
                            && !PinnedKeyReader.FILE.matcher(name).matches())
                    .forEach(name -> findings.warnings()
                            .add(Problem.ofFile(label(folder, name), "is not part of a city pack and is not read")));
        } catch (IOException e) {
            findings.errors()
                    .add(Problem.ofFile(
                            folder.toString(),
                            "cannot be listed (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private static String label(Path folder, String name) {
        return folder.resolve(name).toString();
    }
}
