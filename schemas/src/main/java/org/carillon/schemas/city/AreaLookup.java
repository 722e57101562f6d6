package org.carillon.schemas.city;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carillon.schemas.city.AreaAnswer.Ambiguous;
import org.carillon.schemas.city.AreaAnswer.Everywhere;
import org.carillon.schemas.city.AreaAnswer.Exact;
import org.carillon.schemas.city.AreaAnswer.Unknown;
import org.carillon.schemas.text.Folding;
import org.carillon.schemas.text.Nearest;

/**
 * Understands what residents call a district: its code, a name or alias in any language, or a postcode, however they
 * spell it. May be used from any thread.
 */
public final class AreaLookup {
    private static final Pattern CODE = Pattern.compile("(\\p{L}+) ?0*(\\d+)");
    private static final int MAX_GUESSES = 5;
    private static final int MIN_PART = 3;
    private static final int MAX_TYPED = 100;

    private final List<String> order;
    private final Map<String, Set<String>> districts = new LinkedHashMap<>();
    private final Set<String> everywhere = new LinkedHashSet<>();

    AreaLookup(List<District> districts, Map<String, List<String>> everywhere) {
        this.order = districts.stream().map(District::code).toList();
        everywhere.values().forEach(words -> words.forEach(word -> this.everywhere.add(key(word))));
        for (District district : districts) {
            words(district)
                    .forEach(word -> this.districts
                            .computeIfAbsent(key(word), k -> new LinkedHashSet<>())
                            .add(district.code()));
        }
    }

    /** What the whole text means. */
    public AreaAnswer find(String text) {
        String key = key(text);
        return exact(key).orElseGet(() -> inexact(key));
    }

    /**
     * What the beginning of a list of words means, taking as many words as make a name: {@code [old, harbour, es]} is
     * the district Old Harbour and two words.
     */
    public Optional<Leading> leading(List<String> words) {
        for (int count = words.size(); count > 0; count--) {
            Optional<AreaAnswer> answer = exact(key(String.join(" ", words.subList(0, count))));
            if (answer.isPresent()) {
                return Optional.of(new Leading(answer.get(), count));
            }
        }
        return Optional.empty();
    }

    /**
     * An answer and the number of words that it took.
     *
     * @param answer never {@link Unknown}
     * @param words at least 1
     */
    public record Leading(AreaAnswer answer, int words) {}

    /** All words that mean this district and that two districts should not share. */
    static Stream<String> words(District district) {
        return Stream.of(
                        Stream.of(district.code()),
                        district.names().texts().values().stream(),
                        district.aliases().values().stream().flatMap(Collection::stream),
                        district.postcodes().stream())
                .flatMap(words -> words);
    }

    /** The form in which two spellings of one place are equal: {@code "d 1"} and {@code "D01"}, too. */
    static String key(String text) {
        String folded = Folding.key(text.length() > MAX_TYPED ? text.substring(0, MAX_TYPED) : text);
        Matcher code = CODE.matcher(folded);
        return code.matches() ? code.group(1) + code.group(2) : folded;
    }

    private Optional<AreaAnswer> exact(String key) {
        if (everywhere.contains(key)) {
            return Optional.of(new Everywhere());
        }
        Set<String> found = districts.getOrDefault(key, districts.getOrDefault(key.replace(" ", ""), Set.of()));
        return found.isEmpty() ? Optional.empty() : Optional.of(answer(found));
    }

    private AreaAnswer answer(Set<String> found) {
        return found.size() == 1
                ? new Exact(found.iterator().next())
                : new Ambiguous(order.stream().filter(found::contains).toList());
    }

    /** A part of several names is a choice between them; anything else is at best a guess. */
    private AreaAnswer inexact(String key) {
        Set<String> parts = partOf(key);
        if (parts.size() > 1) {
            return answer(parts);
        }
        Set<String> guesses = new LinkedHashSet<>(parts);
        guesses.addAll(numbered(key));
        Nearest.of(key, districts.keySet(), errorsAllowed(key))
                .forEach(near -> guesses.addAll(districts.getOrDefault(near, Set.of())));
        return new Unknown(guesses.stream().limit(MAX_GUESSES).toList());
    }

    /** "District 7" may well be D07. */
    private List<String> numbered(String key) {
        Matcher typed = CODE.matcher(key);
        return typed.matches()
                ? order.stream()
                        .filter(code -> key(code).matches("\\p{L}+" + typed.group(2)))
                        .toList()
                : List.of();
    }

    private Set<String> partOf(String key) {
        Set<String> found = new LinkedHashSet<>();
        if (key.length() >= MIN_PART) {
            districts.forEach((name, codes) -> {
                if ((" " + name + " ").contains(" " + key + " ")) {
                    found.addAll(codes);
                }
            });
        }
        return found;
    }

    private static int errorsAllowed(String key) {
        return key.length() < 5 ? 1 : key.length() < 9 ? 2 : 3;
    }
}
