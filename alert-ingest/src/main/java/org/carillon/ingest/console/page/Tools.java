package org.carillon.ingest.console.page;

/**
 * What every feature works with, in one language.
 *
 * @param pages fills templates
 * @param stepUp asks for the second factor again before a dangerous act
 */
public record Tools(Pages pages, StepUp stepUp) {
    /** A text of the console; arguments as name, value, name, value. */
    public String t(String key, Object... arguments) {
        return pages.texts().t(key, arguments);
    }
}
