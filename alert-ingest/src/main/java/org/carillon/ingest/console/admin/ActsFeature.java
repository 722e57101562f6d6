package org.carillon.ingest.console.admin;

import java.util.List;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminRequest;

/** Acts that wait for a second administrator, and the history of those that are decided. */
public final class ActsFeature implements Feature {
    private static final Access READERS = Access.of(Role.ADMIN, Role.AUDITOR);
    private static final Access ADMINS = Access.of(Role.ADMIN);
    private static final int MOST_SHOWN = 200;

    private final Office office;

    public ActsFeature(Office office) {
        this.office = office;
    }

    /** What the template {@code acts} takes. */
    public record ActList(List<ActView> pending, List<ActView> decided, boolean lonely) {}

    /**
     * What the template {@code act} takes.
     *
     * @param mayConfirm whether whoever looks may decide it; with {@code own} only withdraw
     */
    public record OneAct(ActView act, boolean mayConfirm, boolean own, String reason, FormErrors errors) {}

    @Override
    public String name() {
        return "acts";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("/acts", "acts.menu", READERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        ActPages pages = new ActPages(tools);
        routes.get("/acts", READERS, pages::list)
                .get("/acts/:id", READERS, visit -> pages.show(200, visit, new FormErrors()))
                .post("/acts/:id/confirm", ADMINS, pages::confirm)
                .post("/acts/:id/refuse", ADMINS, pages::refuse);
    }

    /** The pages, with what fills them. */
    private final class ActPages {
        private final Tools tools;
        private final ActView.Reader reader;

        ActPages(Tools tools) {
            this.tools = tools;
            this.reader = new ActView.Reader(office.views(), tools.pages().texts());
        }

        PageAnswer list(Visit visit) {
            ActList list = new ActList(
                    office.acts().pending().stream().map(reader::read).toList(),
                    office.acts().decided().stream()
                            .limit(MOST_SHOWN)
                            .map(reader::read)
                            .toList(),
                    administrators() < 2);
            return tools.pages().show(visit, "acts", tools.t("acts.title"), list);
        }

        private long administrators() {
            return office.views().accounts().stream()
                    .filter(account -> account.active() && account.roles().contains(Role.ADMIN))
                    .count();
        }

        PageAnswer show(int status, Visit visit, FormErrors errors) {
            AdminRequest request = office.views()
                    .request(visit.pathValue("id"))
                    .orElseThrow(() -> ProblemException.notFound(tools.t("acts.missing")));
            ActView act = reader.read(request);
            OneAct page = new OneAct(
                    act,
                    visit.officer().hasAny(Role.ADMIN),
                    request.proposedBy().equals(visit.officer().user()),
                    visit.form().text("reason"),
                    errors);
            return tools.pages().show(status, visit, "act", act.title(), page);
        }

        PageAnswer confirm(Visit visit) {
            FormErrors errors = new FormErrors();
            if (!tools.stepUp().passes(visit, errors)) {
                return show(422, visit, errors);
            }
            office.acts()
                    .confirm(
                            visit.officer().user(),
                            visit.pathValue("id"),
                            visit.form().text("reason"));
            return tools.pages().done("/acts/" + visit.pathValue("id"), "acts.done.confirmed");
        }

        PageAnswer refuse(Visit visit) {
            FormErrors errors = new FormErrors();
            if (visit.form().text("reason").isEmpty()) {
                errors.add("reason", tools.t("acts.reason.missing"));
                return show(422, visit, errors);
            }
            office.acts()
                    .refuse(
                            visit.officer().user(),
                            visit.pathValue("id"),
                            visit.form().text("reason"));
            return tools.pages().done("/acts/" + visit.pathValue("id"), "acts.done.refused");
        }
    }
}
