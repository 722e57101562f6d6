package org.carillon.ingest.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.schemas.city.AreaAnswer;
import org.carillon.schemas.city.AreaLookup;
import org.carillon.schemas.city.CityPack;

/** Reads what a line wishes by the catalogues of the city. Nothing is guessed: a language least of all. Safe for threads. */
final class Wishes {
    private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");
    /** A code that is repeated; with so few digits that it can be no telephone number. */
    private static final Pattern LANGUAGE = Pattern.compile("\\p{Alpha}{2,3}(-\\p{Alpha}{2,8}){0,2}(-\\d{3})?");

    private static final int MOST_LANGUAGES = 2;

    private final List<String> languages;
    private final List<String> districts;
    private final List<String> topics;
    private final AreaLookup areas;

    Wishes(CityPack city) {
        languages = city.languageCodes();
        districts = city.districtCodes();
        topics = city.topicCodes();
        areas = city.areaLookup();
    }

    /** One language, or two of which the first is preferred. */
    List<String> languages(String cell) throws WrongCell {
        List<String> found = new ArrayList<>();
        for (String word : words(cell)) {
            Optional<String> known = languages.stream()
                    .filter(code -> code.equalsIgnoreCase(word))
                    .findFirst();
            found.add(known.orElseThrow(() -> new WrongCell(
                    "LANGUAGE",
                    Column.LANGUAGE,
                    (LANGUAGE.matcher(word).matches() ? "The language " + word : "This language")
                            + " is none of those of this city: " + String.join(", ", languages) + ".")));
        }
        List<String> wished = found.stream().distinct().toList();
        if (wished.isEmpty() || wished.size() > MOST_LANGUAGES) {
            throw new WrongCell("LANGUAGE", Column.LANGUAGE, "One language is needed, and two are possible.");
        }
        return wished;
    }

    /** Codes, names, aliases and postcodes, or a word for the whole city; names may have spaces in them. */
    List<String> districts(String cell) throws WrongCell {
        Set<String> found = new LinkedHashSet<>();
        for (String part : cell.split("[;,]", -1)) {
            List<String> rest = words(part);
            while (!rest.isEmpty()) {
                Optional<AreaLookup.Leading> leading = areas.leading(rest);
                if (leading.isEmpty()) {
                    throw wrongArea("This is no district, name, alias or postcode of this city.");
                }
                found.addAll(meant(leading.get().answer()));
                rest = rest.subList(leading.get().words(), rest.size());
            }
        }
        if (found.isEmpty()) {
            throw wrongArea("A district is needed, or ALL.");
        }
        return districts.stream().filter(found::contains).toList();
    }

    private List<String> meant(AreaAnswer answer) throws WrongCell {
        return switch (answer) {
            case AreaAnswer.Exact exact -> List.of(exact.district());
            case AreaAnswer.Everywhere everywhere -> districts;
            case AreaAnswer.Ambiguous ambiguous ->
                throw wrongArea("This can be each of " + String.join(", ", ambiguous.districts()) + ": give the code.");
            case AreaAnswer.Unknown unknown ->
                throw wrongArea("This is no district, name, alias or postcode of this city.");
        };
    }

    private static WrongCell wrongArea(String message) {
        return new WrongCell("AREAS", Column.AREAS, message);
    }

    List<String> topics(String cell) throws WrongCell {
        List<String> wished = new ArrayList<>();
        for (String word : words(cell)) {
            wished.add(topics.stream()
                    .filter(code -> code.equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new WrongCell(
                            "TOPICS", Column.TOPICS, "Topics of this city are " + String.join(", ", topics) + ".")));
        }
        return topics.stream().filter(wished::contains).toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(BETWEEN.split(cell.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
