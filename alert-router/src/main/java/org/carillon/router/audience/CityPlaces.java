package org.carillon.router.audience;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.router.audience.index.Criteria;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The positions of a city's codes, looked up without a search. A code that the city does not have reaches nobody; the log says so once,
 * not for each partition and slice. Shared by all tasks; safe for threads.
 */
final class CityPlaces {
    private static final Logger LOGGER = LoggerFactory.getLogger(CityPlaces.class);
    private static final int NOWHERE = -1;

    private final Map<String, Integer> purposes;
    private final Map<String, Integer> districts;
    private final Map<String, Integer> topics;
    private final Set<String> toldOf = ConcurrentHashMap.newKeySet();

    CityPlaces(AudienceConfig config) {
        purposes = places(config.purposes());
        districts = places(config.districts());
        topics = places(config.topics());
    }

    /** The match in positions. */
    Criteria criteria(AlertId alertId, Match match) {
        Set<Integer> known = new LinkedHashSet<>();
        for (String code : match.districts()) {
            int place = place(districts, "district", code, alertId);
            if (place >= 0) {
                known.add(place);
            }
        }
        return new Criteria(
                place(purposes, "purpose", match.purpose(), alertId),
                known,
                place(topics, "topic", match.topic(), alertId),
                match.severity());
    }

    private int place(Map<String, Integer> places, String kind, String code, AlertId alertId) {
        @Nullable Integer place = places.get(code);
        if (place != null) {
            return place;
        }
        if (toldOf.add(kind + ' ' + code)) {
            LOGGER.atWarn()
                    .addKeyValue("alertId", alertId)
                    .addKeyValue(kind, code)
                    .log("the city has no such {}: nobody is matched by it", kind);
        }
        return NOWHERE;
    }

    private static Map<String, Integer> places(List<String> codes) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            places.putIfAbsent(codes.get(i), i);
        }
        return places;
    }
}
