package org.carillon.schemas.city;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.geo.DistrictIndex;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.PurposeId;
import org.locationtech.jts.geom.Geometry;

/**
 * All that makes the hub a given city's. The positions of languages, districts and topics are their numbers in binary
 * records: packs grow at the end of these lists and never shrink.
 *
 * @param id names the pack, such as {@code port-maravel}
 * @param names the city's name
 * @param languages the languages that the hub speaks, in catalogue order
 * @param defaultLanguage code of the language for those of whom nothing else is known
 * @param timeZone the city's time
 * @param emergencyNumber what to dial in an emergency; every help text begins with it
 * @param authority who answers for the hub
 * @param districts in catalogue order
 * @param everywhere words for all districts together, by language
 * @param census people by district and language
 * @param topics in catalogue order
 * @param categoryTopics the topic of an alert of that CAP category, unless its sender has one
 * @param purposes what personal data may be used for
 * @param senders whose alerts are taken
 * @param stations community radio stations
 * @param geocodeNames the CAP geocode lists whose values are district codes
 * @param reviewers who reads texts
 * @param testers numbers that get exercises
 */
public record CityPack(
        String id,
        Localized names,
        List<Language> languages,
        String defaultLanguage,
        ZoneId timeZone,
        String emergencyNumber,
        Localized authority,
        List<District> districts,
        Map<String, List<String>> everywhere,
        Census census,
        List<Topic> topics,
        Map<Category, String> categoryTopics,
        List<Purpose> purposes,
        List<Sender> senders,
        List<Station> stations,
        List<String> geocodeNames,
        List<Reviewer> reviewers,
        List<E164> testers) {
    public CityPack {
        languages = List.copyOf(languages);
        districts = List.copyOf(districts);
        everywhere = Map.copyOf(everywhere);
        topics = List.copyOf(topics);
        categoryTopics = categoryTopics.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(categoryTopics));
        purposes = List.copyOf(purposes);
        senders = List.copyOf(senders);
        stations = List.copyOf(stations);
        geocodeNames = List.copyOf(geocodeNames);
        reviewers = List.copyOf(reviewers);
        testers = List.copyOf(testers);
    }

    /** The language with that code. */
    public Optional<Language> language(String code) {
        return find(languages, Language::code, code);
    }

    /** The district with that code. */
    public Optional<District> district(String code) {
        return find(districts, District::code, code);
    }

    /** The topic with that code. */
    public Optional<Topic> topic(String code) {
        return find(topics, Topic::code, code);
    }

    /** The purpose with that id. */
    public Optional<Purpose> purpose(PurposeId id) {
        return find(purposes, Purpose::id, id);
    }

    /** The purpose, if the city has only one, so that nobody need name it. */
    public Optional<Purpose> onlyPurpose() {
        return purposes.size() == 1 ? Optional.of(purposes.get(0)) : Optional.empty();
    }

    /** The sender with that CAP id, allowed or not. */
    public Optional<Sender> sender(String id) {
        return find(senders, Sender::id, id);
    }

    /** The station with that id. */
    public Optional<Station> station(String id) {
        return find(stations, Station::id, id);
    }

    /** The codes of the languages in catalogue order; a code's position is its number. */
    public List<String> languageCodes() {
        return languages.stream().map(Language::code).toList();
    }

    /** The codes of the districts in catalogue order; a code's position is its number. */
    public List<String> districtCodes() {
        return districts.stream().map(District::code).toList();
    }

    /** The codes of the topics in catalogue order; a code's position is its number. */
    public List<String> topicCodes() {
        return topics.stream().map(Topic::code).toList();
    }

    /** Prepares the question which districts an area means; make one and keep it. */
    public DistrictIndex districtIndex() {
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        districts.forEach(district -> shapes.put(district.code(), district.area()));
        return new DistrictIndex(shapes, geocodeNames);
    }

    /** Prepares the question which district a resident means; make one and keep it. */
    public AreaLookup areaLookup() {
        return new AreaLookup(districts, everywhere);
    }

    private static <T, K> Optional<T> find(Collection<T> all, Function<T, K> key, K wanted) {
        return all.stream().filter(one -> key.apply(one).equals(wanted)).findFirst();
    }
}
