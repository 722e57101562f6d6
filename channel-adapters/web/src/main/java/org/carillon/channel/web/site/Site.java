package org.carillon.channel.web.site;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.District;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.resident.Word;
import org.jspecify.annotations.Nullable;

/** The city as its pages show it: its words, times and names in every language that it has. Immutable; safe for threads. */
public final class Site {
    private static final int LONGEST_HEADER = 400;

    private final CityPack city;
    private final Catalogue catalogue;
    private final LocalStyle style;
    private final Links links;
    private final @Nullable E164 smsNumber;
    private final List<Language> languages;
    private final LocaleMatcher matcher;

    public Site(CityPack city, Catalogue catalogue, LocalStyle style, Links links, @Nullable E164 smsNumber) {
        this.city = city;
        this.catalogue = catalogue;
        this.style = style;
        this.links = links;
        this.smsNumber = smsNumber;
        languages = city.languages().stream()
                .filter(language -> catalogue.language(language.code()).isPresent())
                .toList();
        matcher = LocaleMatcher.builder()
                .setSupportedULocales(languages.stream()
                        .map(language -> ULocale.forLanguageTag(language.code()))
                        .toList())
                .setDefaultULocale(ULocale.forLanguageTag(city.defaultLanguage()))
                .build();
    }

    public CityPack city() {
        return city;
    }

    public Links links() {
        return links;
    }

    /** The city's languages in which the hub can speak. */
    public List<Language> languages() {
        return languages;
    }

    public List<String> languageCodes() {
        return languages.stream().map(Language::code).toList();
    }

    /** The number to which residents text, as it is dialled. */
    public Optional<String> smsNumber() {
        return Optional.ofNullable(smsNumber).map(E164::value);
    }

    /** The language for a reader who sent that {@code Accept-Language} (RFC 9110, 12.5.4); the city's own where none is near. */
    public String negotiate(String acceptLanguage) {
        try {
            String header = acceptLanguage.substring(0, Math.min(acceptLanguage.length(), LONGEST_HEADER));
            ULocale best = matcher.getBestMatch(LocalePriorityList.add(header).build());
            String tag = best.toLanguageTag();
            return languageCodes().contains(tag) ? tag : city.defaultLanguage();
        } catch (IllegalArgumentException e) {
            return city.defaultLanguage();
        }
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction(String language) {
        return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
    }

    /** A language's own name for itself. */
    public String languageName(String language) {
        return city.language(language)
                .map(Language::name)
                .or(() -> catalogue.language(language).map(known -> known.name()))
                .orElse(language);
    }

    public String text(String language, String key, Map<String, ?> args) {
        return catalogue.text(language, key, args);
    }

    public String text(String language, String key) {
        return catalogue.text(language, key, Map.of());
    }

    /** The word that residents text. */
    public String word(String language, Word word) {
        return catalogue.words().shown(catalogueTag(language), word);
    }

    /** Weekday, day, month and time of day in the city's zone. */
    public String time(String language, Instant at) {
        return style.time(at.atZone(city.timeZone()), language);
    }

    public String date(String language, LocalDate date) {
        return style.date(date, language);
    }

    public String cityName(String language) {
        return city.names().in(language);
    }

    public String areaName(String language, String code) {
        return city.district(code)
                .map(District::names)
                .map(names -> names.in(language))
                .orElse(code);
    }

    /** Who issued an alert, by the name that residents know. */
    public String authority(String language, Alert alert) {
        return city.sender(alert.content().sender())
                .map(sender -> sender.names().in(language))
                .orElse(alert.content().sender());
    }

    private String catalogueTag(String language) {
        return catalogue.language(language).orElseThrow().tag();
    }
}
