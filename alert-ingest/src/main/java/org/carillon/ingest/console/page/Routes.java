package org.carillon.ingest.console.page;

/** Where features register their pages. Paths are within the console: {@code /officers/:user}. */
public interface Routes {
    /** A page. */
    Routes get(String path, Access access, PageHandler handler);

    /** A form's target: forged ones never reach the handler. */
    Routes post(String path, Access access, PageHandler handler);

    /** The target of a form with files; only of whom the page is open to they are read at all. */
    Routes files(String path, Access access, PageHandler handler);

    /** News as they come, for a script. */
    Routes stream(String path, Access access, Events.Source source);
}
