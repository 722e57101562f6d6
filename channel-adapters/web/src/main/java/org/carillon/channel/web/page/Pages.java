package org.carillon.channel.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.web.asset.Assets;
import org.carillon.channel.web.site.Site;

/** Fills templates and answers with them. Safe for threads. */
public final class Pages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String ONLY_OURS = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /** Headers of every answer: nothing from elsewhere, no script, nobody told where a reader came from. */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", ONLY_OURS,
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Site site;
    private final Assets assets;

    public Pages(Site site, Assets assets) {
        this.site = site;
        this.assets = assets;
    }

    /** The frame of a page that the menu does not lead to. */
    public Frame frame(String language, String title, String path) {
        return frame(language, title, path, "");
    }

    /** The frame of a page that is that entry of the menu. */
    public Frame frame(String language, String title, String path, String entry) {
        return new Frame(site, assets, language, title, path, entry);
    }

    /**
     * A page. It may be kept anywhere, and be shown only after asking whether it still holds: a withdrawn alert is gone at once.
     *
     * @param page what the template of that name takes, its frame excepted
     */
    public HttpAnswer answer(int status, String template, Frame frame, Object page) {
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "page", page), out);
        return HttpAnswer.ok(HTML, out.toString())
                .withStatus(status)
                .with("Cache-Control", "no-cache")
                .with("Content-Language", frame.language());
    }

    /** As {@link #answer}, for the one page whose scripts improve it. */
    public HttpAnswer withScripts(String template, Frame frame, Object page) {
        return answer(200, template, frame, page)
                .with(
                        "Content-Security-Policy",
                        ONLY_OURS + "; script-src 'self'; connect-src 'self'; worker-src 'self'");
    }

    /** There is no such page, said in a language. */
    public HttpAnswer missing(String language, String path) {
        Frame frame = frame(language, site.text(language, "web.missing.title"), path);
        return answer(404, "missing", frame, new Missing(Places.of(site, language, "")));
    }

    /** What the template of a missing page takes. */
    public record Missing(List<Places.Place> places) {}
}
