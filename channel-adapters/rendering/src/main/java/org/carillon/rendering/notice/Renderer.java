package org.carillon.rendering.notice;

import org.carillon.schemas.alert.ContentFormat;

/** Says an alert as one channel does. Pure: the same notice gives the same rendition, to the byte; safe for threads. */
public interface Renderer {
    /** The channel's name, as {@code sms}. */
    String channel();

    /**
     * Renders one alert in its language and the format asked for.
     *
     * @throws IllegalArgumentException when the catalogue does not have the language
     */
    Rendered render(Notice notice, ContentFormat format);
}
