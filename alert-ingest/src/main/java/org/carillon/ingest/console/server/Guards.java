package org.carillon.ingest.console.server;

import java.util.Map;

/** Headers of every answer of the console. */
final class Guards {
    /** Nothing from elsewhere, no script or style inside a page, no frame round it; Leaflet moves its panes through the CSSOM, which is allowed. */
    private static final String ONLY_OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", ONLY_OURS,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private Guards() {}
}
