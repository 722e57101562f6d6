package org.carillon.router.config;

import java.util.List;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.District;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.city.Topic;

/**
 * The catalogues of a city pack as the router needs them: codes, whose position never changes.
 *
 * @param districts in the pack's order, append only
 * @param languages BCP 47, in the pack's order
 * @param defaultLanguage the one for those of whom nothing else is known
 * @param topics at most 64
 */
public record CityCodes(
        List<String> districts,
        List<String> languages,
        String defaultLanguage,
        List<String> topics,
        List<String> purposes) {
    public CityCodes {
        districts = List.copyOf(districts);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        purposes = List.copyOf(purposes);
        if (districts.isEmpty() || languages.isEmpty() || purposes.isEmpty()) {
            throw new IllegalArgumentException("a city has at least one district, one language and one purpose");
        }
        if (topics.size() > Long.SIZE) {
            throw new IllegalArgumentException("a city has at most 64 topics");
        }
        if (!languages.contains(defaultLanguage)) {
            throw new IllegalArgumentException("the default language is none of the city's");
        }
    }

    /** Those of a city pack. */
    public static CityCodes of(CityPack pack) {
        return new CityCodes(
                pack.districts().stream().map(District::code).toList(),
                pack.languages().stream().map(Language::code).toList(),
                pack.defaultLanguage(),
                pack.topics().stream().map(Topic::code).toList(),
                pack.purposes().stream().map(purpose -> purpose.id().value()).toList());
    }
}
