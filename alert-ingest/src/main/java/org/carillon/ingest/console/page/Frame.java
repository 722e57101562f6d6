package org.carillon.ingest.console.page;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
     * @param tongues every language that the console speaks
     */
    public record Site(
            Texts texts,
            Figures figures,
            ConsoleLinks links,
            Assets assets,
            List<Feature.MenuEntry> menu,
            String city,
            Tongues tongues) {
        public Site {
            menu = List.copyOf(menu);
        }
    }

    /** One entry of the menu as it is shown. */
    public record Entry(String href, String text, @Nullable String current) {}

    public String language() {
        return site.texts().language();
    }

    public String direction() {
        return site.texts().tongue().direction();
    }

    /** Whether a named person has vouched for the page's language. */
    public boolean reviewed() {
        return site.texts().tongue().reviewed();
    }

    /** Every language that the console speaks. */
    public List<Tongue> tongues() {
        return site.tongues().all();
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

    /** Something from elsewhere within a sentence; see {@link Texts#isolated}. */
    public String isolated(String text) {
        return site.texts().isolated(text);
    }

    /** A list of things from elsewhere. */
    public String listed(Collection<String> items) {
        return site.texts().listed(items);
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
        return site.figures().moment(at);
    }
}
