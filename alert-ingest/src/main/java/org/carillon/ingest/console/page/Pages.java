package org.carillon.ingest.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.carillon.ingest.http.Problem;

/** Fills templates. Safe for threads. */
public final class Pages {
    private static final String PACKAGE = "gg.jte.generated.console";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
    private final Frame.Site site;

    public Pages(Frame.Site site) {
        this.site = site;
    }

    public Texts texts() {
        return site.texts();
    }

    public Figures figures() {
        return site.figures();
    }

    public ConsoleLinks links() {
        return site.links();
    }

    /** A page of that title; the template gets {@code frame} and {@code page}. */
    public PageAnswer show(Visit visit, String template, String title, Object page) {
        return show(200, visit, template, title, page);
    }

    /** As {@link #show(Visit, String, String, Object)}, with another status: 422 for a form with errors. */
    public PageAnswer show(int status, Visit visit, String template, String title, Object page) {
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", new Frame(site, visit, title), "page", page), out);
        return PageAnswer.html(status, out.toString());
    }

    /** A problem as a page. */
    public PageAnswer problem(Visit visit, Problem problem) {
        String title = texts().find("frame.problem." + problem.status());
        return show(problem.status(), visit, "problem", title == null ? problem.title() : title, problem);
    }

    /** Goes on by GET, with a word that something is done; see {@link ConsoleLinks#done}. */
    public PageAnswer done(String path, String key) {
        return PageAnswer.seeOther(links().done(path, key));
    }
}
