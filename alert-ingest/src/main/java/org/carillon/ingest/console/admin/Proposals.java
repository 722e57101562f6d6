package org.carillon.ingest.console.admin;

import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.office.AdminRequest;
import org.jspecify.annotations.Nullable;

/** What an administrator sees after a proposal that made secrets: they are shown once, and good from the confirmation on. */
public final class Proposals {
    private Proposals() {}

    /** What the template {@code act-proposed} takes. */
    public record Shown(
            ActView act,
            boolean done,
            @Nullable String password,
            @Nullable String token) {}

    static PageAnswer show(Visit visit, Tools tools, Acts.Proposed proposed, ActView act) {
        boolean done = proposed.request().state() == AdminRequest.State.CONFIRMED;
        return tools.pages()
                .show(visit, "act-proposed", act.title(), new Shown(act, done, proposed.password(), proposed.token()));
    }
}
