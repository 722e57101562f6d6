package org.carillon.channel.web.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carillon.schemas.alert.Alert;

/**
 * Addresses within the hub.
 *
 * @param publicUrl where the hub is reached, without a slash at its end
 */
public record Links(URI publicUrl) {
    public Links {
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    /** A path within the hub as a link from any page; what stands before the hub's own paths outside comes first. */
    public String path(String path) {
        return publicUrl.getRawPath() + path;
    }

    /** As {@link #path}, with scheme and host. */
    public String absolute(String path) {
        return publicUrl + path;
    }

    /** The first page of a language. */
    public static String home(String language) {
        return "/" + language + "/";
    }

    /** An alert's page. */
    public static String alert(String language, Alert alert) {
        return "/" + language + "/alerts/" + alert.id();
    }

    /** A district's page. */
    public static String area(String language, String code) {
        return "/" + language + "/areas/" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /** An alert's CAP message. */
    public static String cap(Alert alert) {
        return "/cap/" + alert.id() + ".xml";
    }
}
