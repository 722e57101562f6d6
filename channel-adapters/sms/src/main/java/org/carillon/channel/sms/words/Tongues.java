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
    private final Map<String, String> supported = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Tongues(CityPack city) {
        List<ULocale> readers = city.languages().stream()
                .map(language -> ULocale.forLanguageTag(language.code()))
                .toList();
        for (Language language : city.languages()) {
            supported.put(Folding.key(language.code()), language.code());
            supported.put(Folding.key(language.name()), language.code());
            language.words().forEach(word -> supported.put(Folding.key(word), language.code()));
            readers.forEach(reader -> supported.putIfAbsent(
                    Folding.key(ULocale.getDisplayLanguage(language.code(), reader)), language.code()));
        }
        for (String code : ULocale.getISOLanguages()) {
            known.put(code, code);
            ULocale itself = ULocale.forLanguageTag(code);
            known.putIfAbsent(Folding.key(itself.getDisplayLanguage(itself)), code);
            readers.forEach(reader -> known.putIfAbsent(Folding.key(itself.getDisplayLanguage(reader)), code));
        }
    }

    /** The code of a language that the city has. */
    Optional<String> supported(String named) {
        return Optional.ofNullable(supported.get(Folding.key(named)));
    }

    /** The BCP 47 code of any language. */
    Optional<String> known(String named) {
        return Optional.ofNullable(known.get(Folding.key(named)));
    }
}
