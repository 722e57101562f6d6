package org.carillon.ingest.console.admin;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.SigningDesk;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminRequest;

/** The key by which the hub signs what it publishes, those before it, and how it is changed. */
public final class SigningKeyFeature implements Feature {
    private static final Access READERS = Access.of(Role.ADMIN, Role.AUDITOR);
    private static final Access ADMINS = Access.of(Role.ADMIN);

    private final Acts acts;
    private final SigningDesk desk;

    public SigningKeyFeature(Acts acts, SigningDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    /** What the template {@code signing-key} takes. */
    public record KeyList(List<Row> rows, boolean mayChange, String reason, FormErrors errors) {}

    /**
     * One key.
     *
     * @param fingerprint in pieces, between which a line may break
     * @param state current, proposed or former
     * @param label class of the mark beside it
     * @param act path of the act that waits, or empty
     */
    public record Row(List<String> fingerprint, String state, String label, String since, String file, String act) {}

    @Override
    public String name() {
        return "signing";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("/signing-key", "signing.menu", READERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        KeyPages pages = new KeyPages(tools);
        routes.get("/signing-key", READERS, visit -> pages.show(200, visit, new FormErrors()))
                .post("/signing-key", ADMINS, pages::propose)
                .get("/signing-key/:fingerprint", READERS, pages::pem);
    }

    /** The pages, with what fills them. */
    private final class KeyPages {
        private final Tools tools;

        KeyPages(Tools tools) {
            this.tools = tools;
        }

        PageAnswer show(int status, Visit visit, FormErrors errors) {
            KeyList page = new KeyList(
                    desk.all().stream().map(this::row).toList(),
                    visit.officer().hasAny(Role.ADMIN),
                    visit.form().text("reason"),
                    errors);
            return tools.pages().show(status, visit, "signing-key", tools.t("signing.title"), page);
        }

        private Row row(SigningDesk.Known key) {
            String fingerprint = key.certificate().fingerprint();
            return new Row(
                    List.of(fingerprint.split("(?<=\\G.{12})")),
                    key.state().name().toLowerCase(Locale.ROOT),
                    switch (key.state()) {
                        case CURRENT -> "good";
                        case PROPOSED -> "warn";
                        case FORMER -> "calm";
                    },
                    tools.pages().figures().moment(key.since()),
                    "/signing-key/" + plain(fingerprint),
                    key.act().map(act -> "/acts/" + act.id()).orElse(""));
        }

        PageAnswer propose(Visit visit) {
            FormErrors errors = new FormErrors();
            String reason = visit.form().text("reason");
            if (reason.isEmpty()) {
                errors.add("reason", tools.t("officers.reason.missing"));
            }
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return show(422, visit, errors);
            }
            AdminRequest request = desk.propose(acts, visit.officer().user(), reason);
            return tools.pages().done("/acts/" + request.id(), "acts.done.proposed");
        }

        PageAnswer pem(Visit visit) {
            String name = visit.pathValue("fingerprint");
            String pem = desk.all().stream()
                    .map(SigningDesk.Known::certificate)
                    .filter(certificate -> plain(certificate.fingerprint()).equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.notFound(tools.t("signing.missing")))
                    .pem();
            return PageAnswer.of(200, "application/x-pem-file", Buffer.buffer(pem))
                    .with("Content-Disposition", "attachment; filename=\"cap-signing-" + name + ".pem\"");
        }

        /** As a part of an address and of a file's name. */
        private static String plain(String fingerprint) {
            return fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        }
    }
}
