package org.carillon.ingest.console.own;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.carillon.ingest.auth.PasswordRules;
import org.carillon.ingest.auth.Passwords.Outcome;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.OwnAccounts;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.OfficerSession;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.text.Base32;
import org.jspecify.annotations.Nullable;

/** An officer's own account. */
public final class OwnFeature implements Feature {
    private final Office office;
    private final String issuer;
    private final Clock clock;

    /**
     * Of these accounts.
     *
     * @param issuer how authenticator apps name this installation
     */
    public OwnFeature(Office office, String issuer, Clock clock) {
        this.office = office;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** One session of the list. */
    public record Listed(String id, Instant startedAt, Instant until, boolean own) {}

    /**
     * What the template {@code account} takes.
     *
     * @param factorSince since when there is an authenticator app, or null
     * @param onDuty whether the roles are such that there can be a duty telephone
     * @param duty the duty telephone, or null
     */
    public record Overview(
            Account account,
            @Nullable Instant factorSince,
            int recoveryCodes,
            boolean token,
            boolean onDuty,
            DutyPages.@Nullable Phone duty,
            List<Listed> sessions,
            FormErrors errors) {}

    /** What the template {@code account-password} takes. */
    public record PasswordForm(boolean temporary, int shortest, FormErrors errors) {}

    /** What the template {@code account-second-factor} takes. */
    public record Enrolment(String key, String uri, boolean replaces, FormErrors errors) {}

    /** What the template {@code account-once} takes: secrets that are shown once. */
    public record Once(String lead, List<String> secrets) {}

    @Override
    public String name() {
        return "account";
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        OwnPages pages = new OwnPages(tools);
        new DutyPages(office, tools).addTo(routes);
        routes.get("/account", Access.OWN, visit -> pages.overview(200, visit, new FormErrors()))
                .get("/account/password", Access.OWN, visit -> pages.passwordForm(200, visit, new FormErrors()))
                .post("/account/password", Access.OWN, pages::changePassword)
                .get("/account/second-factor", Access.OWN, pages::enrol)
                .get("/account/second-factor/qr.svg", Access.OWN, pages::qr)
                .post("/account/second-factor", Access.OWN, pages::setSecondFactor)
                .post("/account/recovery-codes", Access.OFFICERS, pages::newRecoveryCodes)
                .post("/account/token", Access.OFFICERS, pages::newToken)
                .post("/account/token/end", Access.OFFICERS, pages::endToken)
                .post("/account/sessions/end", Access.OWN, pages::endSession)
                .post("/account/sessions/end-all", Access.OWN, pages::endAll);
    }

    /** The pages, with what fills them. */
    private final class OwnPages {
        private final Tools tools;

        OwnPages(Tools tools) {
            this.tools = tools;
        }

        PageAnswer overview(int status, Visit visit, FormErrors errors) {
            Account account = visit.officer().account();
            SecondFactor factor = account.security().secondFactor();
            Instant now = clock.instant();
            List<Listed> sessions = account.security().sessions().stream()
                    .filter(session -> !session.ended() && now.isBefore(session.until()))
                    .sorted(Comparator.comparing(OfficerSession::startedAt).reversed())
                    .map(session -> new Listed(
                            session.id(),
                            session.startedAt(),
                            session.until(),
                            session.id().equals(visit.session().id())))
                    .toList();
            Overview overview = new Overview(
                    account,
                    factor == null ? null : factor.since(),
                    factor == null ? 0 : factor.recoveryHashes().size(),
                    !account.tokenHashes().isEmpty(),
                    DutyPages.OFFICERS.includes(account),
                    DutyPages.number(office, account),
                    sessions,
                    errors);
            return tools.pages().show(status, visit, "account", tools.t("account.title"), overview);
        }

        PageAnswer passwordForm(int status, Visit visit, FormErrors errors) {
            boolean temporary = visit.officer().account().security().temporaryPassword();
            return tools.pages()
                    .show(
                            status,
                            visit,
                            "account-password",
                            tools.t("account.password.title"),
                            new PasswordForm(temporary, PasswordRules.SHORTEST, errors));
        }

        PageAnswer changePassword(Visit visit) {
            Account account = visit.officer().account();
            String fresh = visit.form().raw("fresh");
            FormErrors errors = new FormErrors();
            PasswordRules.check(fresh, account.user())
                    .ifPresent(fault -> errors.add(
                            "fresh",
                            tools.t(
                                    "account.password." + fault.name().toLowerCase(Locale.ROOT),
                                    "shortest",
                                    PasswordRules.SHORTEST)));
            if (!fresh.equals(visit.form().raw("repeat"))) {
                errors.add("repeat", tools.t("account.password.differs"));
            }
            if (errors.isEmpty()) {
                present(visit, account, fresh, errors);
            }
            if (!errors.isEmpty()) {
                return passwordForm(422, visit, errors);
            }
            goOn(visit, office.own().changePassword(account, fresh));
            return tools.pages().done("/account", "account.done.password");
        }

        private void present(Visit visit, Account account, String fresh, FormErrors errors) {
            String present = visit.form().raw("present");
            switch (office.passwords().again(account, present)) {
                case Outcome.Right right -> {
                    if (present.equals(fresh)) {
                        errors.add("fresh", tools.t("account.password.same"));
                    }
                }
                case Outcome.Wrong wrong -> errors.add("present", tools.t("account.password.wrong"));
                case Outcome.TooMany many -> throw SecondFactors.tooMany(many.pause());
            }
        }

        PageAnswer enrol(Visit visit) {
            if (visit.session().enrolling() == null) {
                visit.replaceSession(
                        visit.session().enrolling(Base32.encode(office.own().newSecret())));
            }
            return enrolment(200, visit, new FormErrors());
        }

        private PageAnswer enrolment(int status, Visit visit, FormErrors errors) {
            byte[] secret = enrolling(visit);
            String user = visit.officer().user();
            Enrolment enrolment = new Enrolment(
                    Totp.text(secret).replaceAll("(.{4})(?=.)", "$1 "),
                    Totp.uri(issuer, user, secret),
                    visit.officer().account().security().secondFactor() != null,
                    errors);
            return tools.pages()
                    .show(status, visit, "account-second-factor", tools.t("account.factor.title"), enrolment);
        }

        PageAnswer qr(Visit visit) {
            String uri = Totp.uri(issuer, visit.officer().user(), enrolling(visit));
            return PageAnswer.of(200, "image/svg+xml", Buffer.buffer(QrCode.svg(uri)));
        }

        PageAnswer setSecondFactor(Visit visit) {
            if (visit.session().enrolling() == null) {
                return PageAnswer.seeOther(tools.pages().links().to("/account/second-factor"));
            }
            byte[] secret = enrolling(visit);
            Account account = visit.officer().account();
            FormErrors errors = new FormErrors();
            OptionalLong step = office.own().proves(secret, visit.form().text("proof"));
            if (step.isEmpty()) {
                errors.add("proof", tools.t("frame.code.wrong"));
            }
            boolean replaces = account.security().secondFactor() != null;
            if (!errors.isEmpty() || (replaces && !tools.stepUp().passes(visit, errors))) {
                return enrolment(422, visit, errors);
            }
            OwnAccounts.NewSecondFactor made = office.own().setSecondFactor(account, secret, step.getAsLong());
            visit.replaceSession(visit.session().enrolling(null).confirmed(clock.instant()));
            goOn(visit, made.epoch());
            return once(visit, "account.codes.title", "account.codes.lead", made.recoveryCodes());
        }

        PageAnswer newRecoveryCodes(Visit visit) {
            FormErrors errors = new FormErrors();
            if (!tools.stepUp().passes(visit, errors)) {
                return overview(422, visit, errors);
            }
            List<String> codes = office.own().newRecoveryCodes(visit.officer().account());
            return once(visit, "account.codes.title", "account.codes.lead", codes);
        }

        PageAnswer newToken(Visit visit) {
            FormErrors errors = new FormErrors();
            if (!tools.stepUp().passes(visit, errors)) {
                return overview(422, visit, errors);
            }
            String token = office.own().newToken(visit.officer().account());
            return once(visit, "account.token.new-title", "account.token.new-lead", List.of(token));
        }

        PageAnswer endToken(Visit visit) {
            office.own().endToken(visit.officer().account());
            return tools.pages().done("/account", "account.done.token");
        }

        PageAnswer endSession(Visit visit) {
            office.own().endSession(visit.officer().account(), visit.form().text("session"));
            return tools.pages().done("/account", "account.done.session");
        }

        PageAnswer endAll(Visit visit) {
            goOn(visit, office.own().endAllSessions(visit.officer().account()));
            return tools.pages().done("/account", "account.done.all");
        }

        private PageAnswer once(Visit visit, String title, String lead, List<String> secrets) {
            return tools.pages().show(visit, "account-once", tools.t(title), new Once(tools.t(lead), secrets));
        }

        /** This session outlives the change; every other one is over. */
        private void goOn(Visit visit, long epoch) {
            visit.replaceSession(visit.session().inEpoch(epoch));
        }

        private static byte[] enrolling(Visit visit) {
            String secret = visit.session().enrolling();
            return secret == null ? new byte[0] : Base32.decode(secret);
        }
    }
}
