package org.carillon.channel.web.page;

import java.util.List;
import java.util.Map;
import org.carillon.channel.web.asset.Assets;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.city.Language;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page, and how its template says and links things.
 *
 * @param language of the page
 * @param title its heading and the first part of its title
 * @param path what follows the language in its address, with the query
 * @param entry the entry of the menu that leads here, or empty
 */
public record Frame(Site site, Assets assets, String language, String title, String path, String entry) {

    /** A text of the catalogue. */
    public String t(String key) {
        return site.text(language, "web." + key);
    }

    public String t(String key, String argument, String value) {
        return site.text(language, "web." + key, Map.of(argument, value));
    }

    /** A text of the catalogue that is not one of the pages' own. */
    public String text(String key) {
        return site.text(language, key);
    }

    public String direction() {
        return site.direction(language);
    }

    public String directionOf(String other) {
        return site.direction(other);
    }

    public String name() {
        return t("site", "city", site.cityName(language));
    }

    public String authority() {
        return t("published", "authority", site.city().authority().in(language));
    }

    public String emergencyNumber() {
        return site.city().emergencyNumber();
    }

    /** A link to a page of this language; {@code path} begins with a slash. */
    public String here(String path) {
        return site.links().path("/" + language + path);
    }

    /** A link to anything of the hub. */
    public String link(String path) {
        return site.links().path(path);
    }

    public String asset(String file) {
        return site.links().path(assets.path(file));
    }

    public List<Language> languages() {
        return site.languages();
    }

    /** This page in another language, and the wish to go on in it. */
    public String in(String other) {
        return site.links().path("/" + other + path) + (path.contains("?") ? "&" : "?") + "remember=1";
    }

    /** {@code page} for the entry of the menu that leads here, null for the others. */
    public @Nullable String current(String entry) {
        return this.entry.equals(entry) ? "page" : null;
    }

    /** The first page of its language. */
    public String home() {
        return site.links().path(Links.home(language));
    }
}
