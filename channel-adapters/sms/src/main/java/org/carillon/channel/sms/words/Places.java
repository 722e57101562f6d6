package org.carillon.channel.sms.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.city.AreaAnswer;
import org.carillon.schemas.city.AreaLookup;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.AreaChoice;

/** What the words behind JOIN and AREA say about districts. */
final class Places {
    private final AreaLookup lookup;

    Places(CityPack city) {
        this.lookup = city.areaLookup();
    }

    /** Whether this one word is a district for certain. */
    boolean isPlace(String word) {
        return switch (lookup.find(word)) {
            case AreaAnswer.Exact exact -> true;
            case AreaAnswer.Everywhere everywhere -> true;
            case AreaAnswer.Ambiguous ambiguous -> false;
            case AreaAnswer.Unknown unknown -> false;
        };
    }

    /** One or more districts, by code, name, alias or postcode; {@code +} adds and {@code -} removes them. */
    AreaChoice choice(List<String> words) {
        AreaChoice.Mode mode = mode(words.getFirst());
        List<String> left = new ArrayList<>(words.stream().map(Places::unsigned).toList());
        Set<String> districts = new LinkedHashSet<>();
        Set<String> candidates = new LinkedHashSet<>();
        boolean all = false;
        boolean unknown = false;
        while (!left.isEmpty()) {
            Optional<AreaLookup.Leading> leading = lookup.leading(left);
            AreaAnswer answer = leading.map(AreaLookup.Leading::answer).orElse(null);
            int taken = leading.map(AreaLookup.Leading::words).orElse(left.size());
            if (answer == null) {
                answer = lookup.find(String.join(" ", left));
            }
            switch (answer) {
                case AreaAnswer.Exact exact -> districts.add(exact.district());
                case AreaAnswer.Everywhere everywhere -> all = true;
                case AreaAnswer.Ambiguous ambiguous -> candidates.addAll(ambiguous.districts());
                case AreaAnswer.Unknown guesses -> {
                    unknown = true;
                    candidates.addAll(guesses.guesses());
                }
            }
            left = left.subList(taken, left.size());
        }
        if (!candidates.isEmpty()) {
            // What was meant beside the unclear part is offered, too: nothing is taken before all is clear.
            candidates.addAll(districts);
            return new AreaChoice(mode, false, List.of(), List.copyOf(candidates));
        }
        boolean clear = !unknown || all;
        return new AreaChoice(mode, all, clear && !all ? List.copyOf(districts) : List.of(), List.of());
    }

    private static AreaChoice.Mode mode(String word) {
        return switch (word.charAt(0)) {
            case '+' -> AreaChoice.Mode.ADD;
            case '-' -> AreaChoice.Mode.REMOVE;
            default -> AreaChoice.Mode.SET;
        };
    }

    private static String unsigned(String word) {
        return word.startsWith("+") || word.startsWith("-") ? word.substring(1) : word;
    }
}
