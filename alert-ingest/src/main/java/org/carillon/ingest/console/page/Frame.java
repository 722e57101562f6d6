package org.carillon.ingest.console.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.carillon.ingest.console.asset.Assets;
import org.jspecify.annotations.Nullable;

/** What stands round every page, and how templates say and link things. */
public final class Frame {
    private final Site site;
    private final Visit visit;
    private final String title;

    Frame(Site site, Visit visit, String title) {
        this.site = site;
        this.visit = visit;
        this.title = title;
    }

    /**
     * What all pages share.
     *
     * @param city its name, in the console's language
     */
    public record Site(
            Texts texts, ConsoleLinks links, Assets assets, List<Feature.MenuEntry> menu, String city, ZoneId zone) {
        public Site {
            menu = List.copyOf(menu);
        }
    }

    /** One entry of the menu as it is shown. */
    public record Entry(String href, String text, @Nullable String current) {}

    public String language() {
        return site.texts().language();
    }

    public String city() {
        return site.city();
    }

    public String title() {
        return title;
    }

    /** A text; arguments as name, value, name, value. */
    public String t(String key, Object... arguments) {
        return site.texts().t(key, arguments);
    }

    /** A page of the console; {@code path} begins with a slash. */
    public String link(String path) {
        return site.links().to(path);
    }

    /** A script or style by the name that {@link Assets} lists. */
    public String asset(String name) {
        return site.links().to(site.assets().path(name));
    }

    /** Who is signed in, or null. */
    public @Nullable Officer officer() {
        return visit.anybody().orElse(null);
    }

    /** What every form sends back; use {@code @template.csrf(frame)}. */
    public String csrf() {
        return visit.session().csrf();
    }

    /** The page that is shown, within the console. */
    public String path() {
        return visit.path();
    }

    /** What the last form has done, or null. */
    public @Nullable String done() {
        String key = visit.query().text("done");
        return key.contains(".done.") ? site.texts().find(key) : null;
    }

    /** The menu, as far as it is open to whom is signed in. */
    public List<Entry> menu() {
        Officer officer = officer();
        if (officer == null) {
            return List.of();
        }
        return site.menu().stream()
                .filter(entry -> !(entry.access() instanceof Access.Roles roles) || roles.includes(officer.account()))
                .map(entry -> new Entry(link(entry.path()), t(entry.text()), current(entry.path())))
                .toList();
    }

    private @Nullable String current(String path) {
        if (visit.path().equals(path)) {
            return "page";
        }
        // Within /alerts there is /alerts/new: only the entry that says most is the one where we are.
        boolean within = visit.path().startsWith(path + "/")
                && site.menu().stream()
                        .map(Feature.MenuEntry::path)
                        .noneMatch(other ->
                                other.length() > path.length() && (visit.path() + "/").startsWith(other + "/"));
        return within ? "true" : null;
    }

    /** A moment in the city's time, for people. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.UK)
                .format(at.atZone(site.zone()));
    }
}
