package org.carillon.rendering.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.notice.Renderer;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/**
 * Says an alert as one {@code <article>} of a web page, whole: a page has room, so nothing is ever left out. It names its language
 * and direction itself and needs neither style nor script to be understood. Pure: the same notice is the same article.
 */
public final class WebRenderer implements Renderer {
    private final Catalogue catalogue;
    private final LocalStyle style;

    public WebRenderer(Catalogue catalogue, LocalStyle style) {
        this.catalogue = catalogue;
        this.style = style;
    }

    @Override
    public String channel() {
        return "web";
    }

    /** Always ready; the attribute {@code bytes} is the length in UTF-8. */
    @Override
    public Rendered render(Notice notice, ContentFormat format) {
        String body = new WebArticle(notice, format, catalogue, style).html();
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        return new Rendered.Ready(
                new Rendition(channel(), notice.language(), format, body, Map.of("bytes", Integer.toString(bytes))));
    }
}
