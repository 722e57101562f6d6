package org.carillon.ingest.console.admin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Choice;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;

/** Officers: who they are, what they may do, and the acts that change it. */
public final class OfficersFeature implements Feature {
    private static final Access READERS = Access.of(Role.ADMIN, Role.AUDITOR);
    private static final Access ADMINS = Access.of(Role.ADMIN);

    private final Office office;
    private final List<String> senders;

    /**
     * Of these accounts.
     *
     * @param senders CAP senders that the city pack allows, to choose from
     */
    public OfficersFeature(Office office, List<String> senders) {
        this.office = office;
        this.senders = List.copyOf(senders);
    }

    /**
     * One officer of the list.
     *
     * @param duty whether there is a duty telephone; nobody else sees which
     */
    public record Row(Account account, String roles, boolean secondFactor, boolean duty) {}

    /** What the template {@code officers} takes. */
    public record OfficerList(List<Row> rows, boolean mayChange) {}

    /** What the template {@code officer} takes; a new one where {@code fresh}. */
    public record OfficerForm(
            boolean fresh,
            String user,
            String displayName,
            List<Choice> roles,
            List<Choice> senders,
            boolean active,
            String reason,
            FormErrors errors) {}

    @Override
    public String name() {
        return "officers";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("/officers", "officers.menu", READERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        OfficerPages pages = new OfficerPages(tools);
        routes.get("/officers", READERS, pages::list)
                .get("/officers/new", ADMINS, pages::fresh)
                .post("/officers", ADMINS, pages::create)
                .get("/officers/:user", ADMINS, pages::edit)
                .post("/officers/:user", ADMINS, pages::change)
                .post("/officers/:user/reset", ADMINS, pages::reset);
    }

    /** The pages, with what fills them. */
    private final class OfficerPages {
        private final Tools tools;
        private final ActView.Reader reader;

        OfficerPages(Tools tools) {
            this.tools = tools;
            this.reader = new ActView.Reader(office.views(), tools.pages().texts());
        }

        PageAnswer list(Visit visit) {
            List<Row> rows = office.views().accounts().stream()
                    .sorted(Comparator.comparing(Account::user))
                    .map(account -> new Row(
                            account,
                            reader.roles(account.roles()),
                            account.security().secondFactor() != null,
                            account.duty() != null))
                    .toList();
            OfficerList list = new OfficerList(rows, visit.officer().hasAny(Role.ADMIN));
            return tools.pages().show(visit, "officers", tools.t("officers.title"), list);
        }

        PageAnswer fresh(Visit visit) {
            String sender = senders.isEmpty() ? visit.officer().account().sender() : senders.getFirst();
            return form(200, visit, true, "", "", Set.of(), sender, true, new FormErrors());
        }

        PageAnswer create(Visit visit) {
            Fields form = visit.form();
            FormErrors errors = new FormErrors();
            String user = form.text("user").toLowerCase(Locale.ROOT);
            if (!user.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
                errors.add("user", tools.t("officers.user.wrong"));
            } else if (office.views().account(user).isPresent()) {
                errors.add("user", tools.t("officers.user.taken"));
            }
            check(form, errors);
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return again(visit, true, user, errors);
            }
            Acts.Proposed proposed = office.acts()
                    .createOfficer(
                            visit.officer().user(),
                            form.text("reason"),
                            user,
                            form.text("displayName"),
                            roles(form),
                            form.text("sender"));
            return Proposals.show(visit, tools, proposed, reader.read(proposed.request()));
        }

        PageAnswer edit(Visit visit) {
            Account account = account(visit);
            return form(
                    200,
                    visit,
                    false,
                    account.user(),
                    account.displayName(),
                    account.roles(),
                    account.sender(),
                    account.active(),
                    new FormErrors());
        }

        PageAnswer change(Visit visit) {
            Account account = account(visit);
            Fields form = visit.form();
            FormErrors errors = new FormErrors();
            check(form, errors);
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return again(visit, false, account.user(), errors);
            }
            AdminRequest request = office.acts()
                    .propose(
                            visit.officer().user(),
                            form.text("reason"),
                            new AdminAct.ChangeOfficer(
                                    account.user(),
                                    form.text("displayName"),
                                    roles(form),
                                    form.text("sender"),
                                    form.has("active")));
            return tools.pages().done("/acts/" + request.id(), "acts.done.proposed");
        }

        PageAnswer reset(Visit visit) {
            Account account = account(visit);
            FormErrors errors = new FormErrors();
            String reason = visit.form().text("reset-reason");
            if (reason.isEmpty()) {
                errors.add("reset-reason", tools.t("officers.reason.missing"));
            }
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return form(
                        422,
                        visit,
                        false,
                        account.user(),
                        account.displayName(),
                        account.roles(),
                        account.sender(),
                        account.active(),
                        errors);
            }
            Acts.Proposed proposed = office.acts().resetOfficer(visit.officer().user(), reason, account.user());
            return Proposals.show(visit, tools, proposed, reader.read(proposed.request()));
        }

        private Account account(Visit visit) {
            return office.views()
                    .account(visit.pathValue("user"))
                    .orElseThrow(() -> ProblemException.notFound(tools.t("officers.missing")));
        }

        private void check(Fields form, FormErrors errors) {
            if (form.text("displayName").isEmpty()) {
                errors.add("displayName", tools.t("officers.name.missing"));
            }
            if (roles(form).isEmpty()) {
                errors.add("roles", tools.t("officers.roles.missing"));
            }
            if (form.text("sender").isEmpty()) {
                errors.add("sender", tools.t("officers.sender.missing"));
            }
            if (form.text("reason").isEmpty()) {
                errors.add("reason", tools.t("officers.reason.missing"));
            }
        }

        private PageAnswer again(Visit visit, boolean fresh, String user, FormErrors errors) {
            Fields form = visit.form();
            return form(
                    422,
                    visit,
                    fresh,
                    user,
                    form.text("displayName"),
                    roles(form),
                    form.text("sender"),
                    form.has("active"),
                    errors);
        }

        private PageAnswer form(
                int status,
                Visit visit,
                boolean fresh,
                String user,
                String displayName,
                Set<Role> roles,
                String sender,
                boolean active,
                FormErrors errors) {
            List<Choice> roleChoices = Arrays.stream(Role.values())
                    .map(role -> new Choice(wire(role), tools.t("officers.role." + wire(role)), roles.contains(role)))
                    .toList();
            List<Choice> senderChoices = senders.stream()
                    .map(known -> new Choice(known, known, known.equals(sender)))
                    .toList();
            if (senderChoices.stream().noneMatch(Choice::chosen) && !sender.isEmpty()) {
                senderChoices = Stream.concat(senderChoices.stream(), Stream.of(new Choice(sender, sender, true)))
                        .toList();
            }
            OfficerForm page = new OfficerForm(
                    fresh,
                    user,
                    displayName,
                    roleChoices,
                    senderChoices,
                    active,
                    visit.form().text("reason"),
                    errors);
            String title = fresh ? tools.t("officers.new") : tools.t("officers.one", "user", user);
            return tools.pages().show(status, visit, "officer", title, page);
        }

        private static Set<Role> roles(Fields form) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            List<String> chosen = form.all("roles");
            for (Role role : Role.values()) {
                if (chosen.contains(wire(role))) {
                    roles.add(role);
                }
            }
            return roles;
        }

        private static String wire(Role role) {
            return role.name().toLowerCase(Locale.ROOT);
        }
    }
}
