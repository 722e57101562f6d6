package org.carillon.ingest.compose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.schemas.city.AreaAnswer;
import org.carillon.schemas.city.AreaLookup;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.text.Folding;

/**
 * Which districts an approver means by typing the name of a place: by its name or another that residents use, in any language,
 * however it is spelled; several with commas between them. May be used from any thread.
 */
public final class PlaceNames {
    private final CityPack pack;
    private final AreaLookup lookup;

    public PlaceNames(City city) {
        pack = city.pack();
        lookup = pack.areaLookup();
    }

    /** Their codes; empty where a part of it names nothing here, or not one thing. */
    public List<String> of(String typed) {
        List<String> whole = one(typed);
        if (!whole.isEmpty()) {
            return whole;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (String part : typed.split("[,;،、]", -1)) {
            List<String> meant = one(part);
            if (meant.isEmpty()) {
                return List.of();
            }
            codes.addAll(meant);
        }
        return List.copyOf(codes);
    }

    private List<String> one(String name) {
        boolean city = pack.names().texts().values().stream()
                .anyMatch(known -> Folding.key(known).equals(Folding.key(name)));
        if (city) {
            return pack.districtCodes();
        }
        return switch (lookup.find(name)) {
            case AreaAnswer.Exact exact -> List.of(exact.district());
            case AreaAnswer.Everywhere everywhere -> pack.districtCodes();
            case AreaAnswer.Ambiguous ambiguous -> List.of();
            case AreaAnswer.Unknown unknown -> List.of();
        };
    }
}
