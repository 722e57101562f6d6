package org.carillon.channel.sms.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.carillon.rendering.catalogue.Words;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.text.Folding;

/**
 * Finds every meaning that a text could have. The first word decides; case, accents, full-width letters, Arabic variants and
 * local digits do not matter. It never chooses: the router does, which knows the resident. May be used from any thread.
 */
public final class Grammar {
    /** Letters with their marks, so that words of Indic scripts stay whole; digits; a sign before a code. */
    private static final Pattern TOKEN = Pattern.compile("[+-]?[\\p{M}\\p{L}\\p{N}_'][\\p{M}\\p{L}\\p{N}_'-]*");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int MOST_CHARACTERS = 1600;
    private static final int MOST_TOKENS = 60;

    private final Words words;
    private final Places places;
    private final Tongues tongues;
    private final String defaultLanguage;

    public Grammar(Words words, CityPack city) {
        this.words = words;
        this.places = new Places(city);
        this.tongues = new Tongues(city);
        this.defaultLanguage = city.defaultLanguage();
    }

    /** All meanings, those of the first languages of the catalogue first; empty where nothing is understood. */
    public List<Meaning> meanings(String text) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return List.of();
        }
        if (tokens.size() == 1) {
            String only = tokens.getFirst();
            if (NUMBER.matcher(only).matches()) {
                return List.of(new Meaning.Choice(defaultLanguage, Integer.parseInt(only)));
            }
            List<String> everywhere = words.findEverywhere(only);
            if (!everywhere.isEmpty() && words.find(only).isEmpty()) {
                return everywhere.stream()
                        .<Meaning>map(language -> new Meaning.Choice(language, 0))
                        .toList();
            }
        }
        List<String> rest = tokens.subList(1, tokens.size());
        return words.find(tokens.getFirst()).stream()
                .flatMap(entry -> meaning(entry, rest).stream())
                .distinct()
                .toList();
    }

    private static List<String> tokens(String text) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return TOKEN.matcher(Folding.fold(cut))
                .results()
                .map(MatchResult::group)
                .limit(MOST_TOKENS)
                .toList();
    }

    private Optional<Meaning> meaning(Words.Entry entry, List<String> rest) {
        String language = entry.language();
        return switch (entry.command()) {
            case JOIN -> Optional.of(join(language, rest));
            // A yes with more words may be a no in disguise; consent is never guessed.
            case YES -> rest.isEmpty() ? Optional.of(new Meaning.Yes(language)) : Optional.empty();
            case STOP -> Optional.of(new Meaning.Stop(language, entry.unmistakable(), rest.isEmpty()));
            case START -> Optional.of(new Meaning.Start(language));
            case LANG -> Optional.of(lang(language, rest));
            case AREA -> Optional.of(new Meaning.Area(language, rest.isEmpty() ? null : places.choice(rest)));
            case HELP -> Optional.of(new Meaning.Help(language));
        };
    }

    /** {@code JOIN [area] [language]}, in any order. */
    private Meaning join(String language, List<String> rest) {
        List<String> place = new ArrayList<>();
        String chosen = null;
        for (String token : rest) {
            Optional<String> tongue = chosen == null ? tongues.supported(token) : Optional.empty();
            if (tongue.isPresent() && !places.isPlace(token)) {
                chosen = tongue.get();
            } else {
                place.add(token);
            }
        }
        return new Meaning.Join(language, place.isEmpty() ? null : places.choice(place), chosen);
    }

    private Meaning lang(String language, List<String> rest) {
        if (rest.isEmpty()) {
            return new Meaning.Lang(language, null, false, null);
        }
        boolean second = rest.getFirst().startsWith("+");
        String named = String.join(" ", rest).replaceFirst("^\\+", "");
        Optional<String> supported = tongues.supported(named)
                .or(() -> tongues.supported(rest.getFirst().replace("+", "")));
        return supported
                .map(tag -> new Meaning.Lang(language, tag, second, null))
                .orElseGet(() -> new Meaning.Lang(
                        language, null, second, tongues.known(named).orElse(null)));
    }
}
