package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.compose.City;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.District;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.topic.Json;

/** The city as the pages show it: names in the language of the pages, people by the census. */
final class CityView {
    private final CityPack pack;
    private final Catalogue catalogue;
    private final Words words;

    CityView(City city, Catalogue catalogue, Words words) {
        this.pack = city.pack();
        this.catalogue = catalogue;
        this.words = words;
    }

    /** The language of the pages themselves. */
    String language() {
        return words.language();
    }

    CityPack pack() {
        return pack;
    }

    /** All districts, with those that are meant. */
    AreaView area(Collection<String> chosen, Map<String, String> by, String shapes) {
        return new AreaView(
                pack.districts().stream()
                        .map(district -> new AreaView.Place(
                                district.code(),
                                district.names().in(words.language()),
                                pack.census().ofDistrict(district.code()),
                                words.count(pack.census().ofDistrict(district.code())),
                                chosen.contains(district.code()),
                                matchedBy(by.getOrDefault(district.code(), "")),
                                people(district)))
                        .toList(),
                shapes,
                words);
    }

    String districtNames(List<String> codes) {
        if (codes.size() == pack.districts().size()) {
            return words.t("alerts.whole-city");
        }
        return words.listed(codes.stream().map(this::districtName).toList());
    }

    String districtName(String code) {
        return pack.district(code)
                .map(found -> found.names().in(words.language()))
                .orElse(code);
    }

    /** Residents of those districts who speak a language at home; of the whole city where none is named. */
    long residents(Collection<String> districts, String language) {
        return districts.isEmpty()
                ? pack.census().ofLanguage(language)
                : districts.stream()
                        .mapToLong(district -> pack.census().population(district, language))
                        .sum();
    }

    /** The languages that the hub speaks in this city, then those that it could. */
    List<String> languages() {
        Map<String, String> all = new LinkedHashMap<>();
        pack.languages().forEach(language -> all.put(language.code(), ""));
        catalogue.languages().forEach(language -> all.put(language.tag(), ""));
        return List.copyOf(all.keySet());
    }

    String languageName(String code) {
        return pack.language(code)
                .map(Language::name)
                .or(() -> catalogue.language(code).map(org.carillon.rendering.catalogue.Language::name))
                .orElse(code);
    }

    String direction(String language) {
        return catalogue
                        .language(language)
                        .map(org.carillon.rendering.catalogue.Language::rightToLeft)
                        .orElse(false)
                ? "rtl"
                : "ltr";
    }

    private String people(District district) {
        try {
            return Json.mapper().writeValueAsString(pack.census().people().getOrDefault(district.code(), Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers by code are JSON", e);
        }
    }

    private String matchedBy(String by) {
        return switch (by) {
            case "POLYGON" -> words.t("alerts.by.polygon");
            case "CIRCLE" -> words.t("alerts.by.circle");
            case "REFERENCE" -> words.t("alerts.by.reference");
            default -> "";
        };
    }
}
