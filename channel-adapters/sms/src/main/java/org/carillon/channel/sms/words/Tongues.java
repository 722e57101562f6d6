package org.carillon.channel.sms.words;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.text.Folding;

/** Which language a resident names: by code, by its own name, or by its name in one of the city's languages. */
final class Tongues {
    private static final int LONGEST_NAME = 3;

    private final Map<String, String> supported = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Tongues(CityPack city) {
        List<ULocale> readers = city.languages().stream()
                .map(language -> ULocale.forLanguageTag(language.code()))
                .toList();
        for (Language language : city.languages()) {
            String code = language.code();
            ULocale itself = ULocale.forLanguageTag(code);
            supported.put(Folding.key(code), code);
            supported.put(Folding.key(language.name()), code);
            language.words().forEach(word -> supported.put(Folding.key(word), code));
            supported.putIfAbsent(itself.getISO3Language(), code);
            readers.forEach(reader -> supported.putIfAbsent(Folding.key(itself.getDisplayLanguage(reader)), code));
        }
        for (String code : ULocale.getISOLanguages()) {
            known.put(code, code);
        }
        for (String code : ULocale.getISOLanguages()) {
            ULocale itself = ULocale.forLanguageTag(code);
            known.putIfAbsent(itself.getISO3Language(), code);
            known.putIfAbsent(Folding.key(itself.getDisplayLanguage(itself)), code);
            readers.forEach(reader -> known.putIfAbsent(Folding.key(itself.getDisplayLanguage(reader)), code));
        }
        known.remove("");
    }

    /** The code of a language that the city has; a variety counts as its language ({@code es-MX}). */
    Optional<String> supported(String named) {
        return find(supported, named);
    }

    /** The BCP 47 code of any language. */
    Optional<String> known(String named) {
        return find(known, named);
    }

    /** A language of the city at the beginning of these words, with the number of words that name it. */
    Optional<Leading> leading(List<String> tokens) {
        for (int count = Math.min(LONGEST_NAME, tokens.size()); count > 0; count--) {
            Optional<String> found = supported(String.join(" ", tokens.subList(0, count)));
            if (found.isPresent()) {
                return Optional.of(new Leading(found.get(), count));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(Map<String, String> names, String named) {
        String key = Folding.key(named);
        String found = names.get(key);
        if (found == null && named.indexOf('-') == 2) {
            found = names.get(key.substring(0, Math.min(2, key.length())));
        }
        return Optional.ofNullable(found);
    }

    /** A language and the number of words that it took. */
    record Leading(String code, int words) {}
}
