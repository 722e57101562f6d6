package org.carillon.ingest.console.own;

import java.util.Optional;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.E164;
import org.jspecify.annotations.Nullable;

/** The telephone on which an officer is told what cannot wait. No page shows the number, not even the one on which it was mistyped. */
public final class DutyPages {
    /** Partners are no officers: nobody tells them what waits. */
    static final Access.Roles OFFICERS = Access.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN, Role.AUDITOR);

    private final Office office;
    private final Tools tools;

    DutyPages(Office office, Tools tools) {
        this.office = office;
        this.tools = tools;
    }

    /**
     * A number as its owner knows it again.
     *
     * @param ending its last two digits; dots where it cannot be opened
     */
    public record Phone(String ending, boolean deputy) {}

    /**
     * What the template {@code account-duty} takes.
     *
     * @param now what is set, or null
     * @param decides whether the officer approves alerts, so that it makes a difference to be deputy
     */
    public record DutyForm(@Nullable Phone now, boolean decides, boolean deputy, FormErrors errors) {}

    void addTo(Routes routes) {
        routes.get("/account/duty", OFFICERS, visit -> form(200, visit, new FormErrors()))
                .post("/account/duty", OFFICERS, this::set)
                .post("/account/duty/end", OFFICERS, this::end);
    }

    static @Nullable Phone number(Office office, Account account) {
        Duty duty = account.duty();
        return duty == null ? null : new Phone(office.numbers().ending(duty).orElse("\u2022\u2022"), duty.deputy());
    }

    private PageAnswer form(int status, Visit visit, FormErrors errors) {
        Account account = visit.officer().account();
        Phone now = number(office, account);
        boolean typed = visit.form().has("csrf");
        DutyForm page = new DutyForm(
                now,
                visit.officer().hasAny(Role.APPROVER, Role.ADMIN),
                typed ? visit.form().has("deputy") : now != null && now.deputy(),
                errors);
        return tools.pages().show(status, visit, "account-duty", tools.t("account.duty"), page);
    }

    private PageAnswer set(Visit visit) {
        FormErrors errors = new FormErrors();
        Optional<Duty> wanted = wanted(visit);
        if (wanted.isEmpty()) {
            errors.add("telephone", tools.t("account.duty.wrong"));
        }
        if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
            return form(422, visit, errors);
        }
        office.own().setDuty(visit.officer().account(), wanted.get());
        return tools.pages().done("/account", "account.done.duty");
    }

    /** What the form asks for: another number, or the present one in another role. */
    private Optional<Duty> wanted(Visit visit) {
        boolean deputy = visit.form().has("deputy");
        String typed = visit.form().text("telephone");
        Duty now = visit.officer().account().duty();
        if (typed.isEmpty() && now != null) {
            return Optional.of(new Duty(now.contact(), deputy));
        }
        Optional<E164> number = office.numbers().read(typed);
        return number.map(known -> office.numbers().seal(known, deputy));
    }

    private PageAnswer end(Visit visit) {
        FormErrors errors = new FormErrors();
        if (!tools.stepUp().passes(visit, errors)) {
            return form(422, visit, errors);
        }
        office.own().setDuty(visit.officer().account(), null);
        return tools.pages().done("/account", "account.done.no-duty");
    }
}
