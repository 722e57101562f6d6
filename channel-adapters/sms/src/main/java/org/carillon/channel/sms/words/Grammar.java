package org.carillon.channel.sms.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Words;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Word;
import org.carillon.schemas.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds every meaning that a text could have. The first word decides; case, accents, full-width letters, Arabic variants and
 * local digits do not matter. It never chooses: the router does, which knows the resident. May be used from any thread.
 */
public final class Grammar {
    /** Letters with their marks, so that words of Indic scripts stay whole; digits; a sign before a code. */
    private static final Pattern TOKEN = Pattern.compile("[+-]?[\\p{M}\\p{L}\\p{N}_'][\\p{M}\\p{L}\\p{N}_'-]*");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d[\\d-]*");
    private static final Pattern CODE = Pattern.compile("\\d{4,6}");
    private static final int MOST_CHARACTERS = 1600;
    private static final int MOST_TOKENS = 60;

    /** A sign that stands apart from what it is for. */
    private static final Pattern LONE_SIGN = Pattern.compile("^(\\S+ [+-]) ");

    private final Words words;
    private final Places places;
    private final Tongues tongues;
    private final String defaultLanguage;

    public Grammar(Words words, CityPack city) {
        this.words = words;
        this.places = new Places(city, words);
        this.tongues = new Tongues(city);
        this.defaultLanguage = city.defaultLanguage();
    }

    /** All meanings, those of the first languages of the catalogue first; empty where nothing is understood. */
    public List<Meaning> meanings(String text) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return List.of();
        }
        List<Words.Entry> entries = words.find(tokens.getFirst());
        if (entries.isEmpty()) {
            return answer(tokens);
        }
        List<String> rest = tokens.subList(1, tokens.size());
        return entries.stream()
                .flatMap(entry -> meaning(entry, rest).stream())
                .distinct()
                .toList();
    }

    private static List<String> tokens(String text) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String folded = LONE_SIGN.matcher(Folding.fold(cut)).replaceFirst("$1");
        return TOKEN.matcher(folded)
                .results()
                .map(MatchResult::group)
                .limit(MOST_TOKENS)
                .toList();
    }

    /** Without a word of ours: a number, all of the city, or a district, each as the whole message. */
    private List<Meaning> answer(List<String> tokens) {
        String first = tokens.getFirst();
        if (tokens.size() == 1 && NUMBER.matcher(first).matches()) {
            return List.of(new Meaning.Choice(defaultLanguage, Integer.parseInt(first)));
        }
        if (tokens.size() == 1 && !words.findEverywhere(first).isEmpty()) {
            return words.findEverywhere(first).stream()
                    .<Meaning>map(language -> new Meaning.Choice(language, 0))
                    .toList();
        }
        return places.whole(tokens)
                .<Meaning>map(area ->
                        area.all() ? new Meaning.Choice(defaultLanguage, 0) : new Meaning.Area(defaultLanguage, area))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Meaning> meaning(Words.Entry entry, List<String> rest) {
        String language = entry.language();
        return switch (entry.command()) {
            case JOIN -> Optional.of(join(language, rest));
            case YES -> isYes(rest, language) ? Optional.of(new Meaning.Yes(language)) : Optional.empty();
            case STOP -> Optional.of(new Meaning.Stop(language, entry.unmistakable(), rest.isEmpty()));
            case START -> Optional.of(new Meaning.Start(language));
            case LANG -> Optional.of(lang(language, rest));
            case AREA -> Optional.of(new Meaning.Area(language, rest.isEmpty() ? null : places.choice(rest)));
            case HELP -> Optional.of(new Meaning.Help(language));
            case FORGET -> Optional.of(new Meaning.Forget(language, digits(rest)));
        };
    }

    /** The digits behind FORGET, however they are grouped; what has another length may be a telephone number, and is not kept. */
    private static @Nullable String digits(List<String> rest) {
        String joined = rest.stream()
                .filter(token -> DIGITS.matcher(token).matches())
                .map(token -> token.replaceAll("[+-]", ""))
                .collect(Collectors.joining());
        return CODE.matcher(joined).matches() ? joined : null;
    }

    /** A yes with more words may be a no in disguise, and consent is never guessed; twice yes is yes. */
    private boolean isYes(List<String> rest, String language) {
        return rest.stream()
                .allMatch(token -> words.find(token).stream()
                        .anyMatch(entry ->
                                entry.command() == Word.YES && entry.language().equals(language)));
    }

    /** {@code JOIN [area] [language]}, in any order; what could be a district is one. */
    private Meaning join(String language, List<String> rest) {
        Places.Naming area = places.naming();
        String chosen = null;
        int at = 0;
        while (at < rest.size()) {
            List<String> left = rest.subList(at, rest.size());
            int taken = area.known(left);
            Optional<Tongues.Leading> tongue = taken == 0 && chosen == null ? tongues.leading(left) : Optional.empty();
            if (tongue.isPresent()) {
                chosen = tongue.get().code();
                taken = tongue.get().words();
            }
            at += taken == 0 ? area.take(left) : taken;
        }
        return new Meaning.Join(language, area.isEmpty() ? null : area.choice(), chosen);
    }

    private Meaning lang(String language, List<String> rest) {
        if (rest.isEmpty()) {
            return new Meaning.Lang(language, null, false, null);
        }
        boolean second = rest.getFirst().startsWith("+");
        List<String> named = rest.stream().map(token -> token.replace("+", "")).toList();
        String whole = String.join(" ", named);
        Optional<String> supported = tongues.supported(whole)
                .or(() -> named.stream()
                        .flatMap(token -> tongues.supported(token).stream())
                        .findFirst());
        return supported
                .map(tag -> new Meaning.Lang(language, tag, second, null))
                .orElseGet(() -> new Meaning.Lang(
                        language,
                        null,
                        second,
                        tongues.known(whole)
                                .or(() -> tongues.known(named.getFirst()))
                                .orElse(null)));
    }
}
