package org.carillon.ingest.console.page;

import java.net.URI;

/**
 * Addresses within the console.
 *
 * @param publicUrl where the hub is reached, without a slash at its end
 */
public record ConsoleLinks(URI publicUrl) {
    public ConsoleLinks {
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    /** A page of the console; {@code path} begins with a slash. */
    public String to(String path) {
        return publicUrl.getRawPath() + "/console" + path;
    }

    /** As {@link #to}; the page also says that something is done: the text {@code key}, which has to be named so: {@code NAME.done.…}. */
    public String done(String path, String key) {
        return to(path) + (path.contains("?") ? "&" : "?") + "done=" + key;
    }

    /** With scheme and host, for what leaves the browser. */
    public String absolute(String path) {
        return publicUrl + "/console" + path;
    }

    public boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
