package org.carillon.ingest.console.tongue;

import java.util.regex.Pattern;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tongues;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;

/** Takes the choice of a language, which the browser keeps in a cookie; {@code @template.tongues(frame, back)} asks for it. */
public final class TongueFeature implements Feature {
    /** A page of the console, at most with where to go after signing in. */
    private static final Pattern INSIDE = Pattern.compile("/[A-Za-z0-9/_.~-]*(\\?to=[A-Za-z0-9/_.~%-]*)?");

    private final Tongues tongues;

    public TongueFeature(Tongues tongues) {
        this.tongues = tongues;
    }

    @Override
    public String name() {
        return "tongue";
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        routes.post("/language", Access.OPEN, visit -> choose(visit, tools));
    }

    private PageAnswer choose(Visit visit, Tools tools) {
        String language = visit.form().text("language");
        if (tongues.has(language)) {
            visit.speak(language);
        }
        String back = visit.form().text("back");
        return PageAnswer.seeOther(tools.pages().links().to(INSIDE.matcher(back).matches() ? back : "/"));
    }
}
