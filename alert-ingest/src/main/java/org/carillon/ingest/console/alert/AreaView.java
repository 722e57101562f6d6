package org.carillon.ingest.console.alert;

import java.util.List;

/**
 * Where: the districts of the city with those that are meant, and the shapes that were drawn.
 *
 * @param shapes a line for each shape, latitude first
 * @param words of the page's language
 */
public record AreaView(List<Place> places, String shapes, Words words) {
    public AreaView {
        places = List.copyOf(places);
    }

    /**
     * A district.
     *
     * @param populationText the same for people
     * @param chosen whether it is meant
     * @param by what meant it, for people, or empty
     * @param people JSON: residents by language
     */
    public record Place(
            String code,
            String name,
            long population,
            String populationText,
            boolean chosen,
            String by,
            String people) {}

    public List<Place> chosen() {
        return places.stream().filter(Place::chosen).toList();
    }

    /** The codes of the chosen districts, for the map. */
    public String codes() {
        return String.join(" ", chosen().stream().map(Place::code).toList());
    }

    public String names() {
        return words.listed(chosen().stream().map(Place::name).toList());
    }

    public long population() {
        return chosen().stream().mapToLong(Place::population).sum();
    }

    public String populationText() {
        return words.count(population());
    }

    public boolean everywhere() {
        return !places.isEmpty() && places.stream().allMatch(Place::chosen);
    }
}
