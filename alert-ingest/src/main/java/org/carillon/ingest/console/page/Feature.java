package org.carillon.ingest.console.page;

import java.util.List;

/** A group of pages that belong together, with texts of their own. */
public interface Feature {
    /** Names its texts: {@code console/texts/LANGUAGE/NAME.properties}; {@code t("NAME.key")} finds them. */
    String name();

    /** Registers its pages. Called at the start, once for each language that the console speaks. */
    void addTo(Routes routes, Tools tools);

    /** Its own scripts, files beside {@code console.css}; {@code frame.asset("name.js")} links one. */
    default List<String> assets() {
        return List.of();
    }

    /** What stands of it in the menu, in the order of the features. */
    default List<MenuEntry> menu() {
        return List.of();
    }

    /**
     * One entry of the menu; shown to whom the page is open.
     *
     * @param path within the console
     * @param text key of its text
     */
    record MenuEntry(String path, String text, Access access) {}
}
