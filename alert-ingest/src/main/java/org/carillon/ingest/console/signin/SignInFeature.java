package org.carillon.ingest.console.signin;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.ingest.auth.Passwords.Outcome;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.console.session.Session;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.CodeUse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with password and second factor, and signing out. */
public final class SignInFeature implements Feature {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInFeature.class);
    private static final Pattern INSIDE = Pattern.compile("/[A-Za-z0-9/_.~-]*");

    private final Office office;
    private final Sessions sessions;
    private final Clock clock;

    public SignInFeature(Office office, Sessions sessions, Clock clock) {
        this.office = office;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What the templates of both steps take. */
    public record Form(String user, String to, FormErrors errors) {}

    @Override
    public String name() {
        return "signin";
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        Steps steps = new Steps(tools);
        routes.get("/sign-in", Access.OPEN, steps::askPassword)
                .post("/sign-in", Access.OPEN, steps::checkPassword)
                .get("/sign-in/code", Access.OPEN, steps::askCode)
                .post("/sign-in/code", Access.OPEN, steps::checkCode)
                .post("/sign-out", Access.OPEN, steps::signOut);
    }

    /** The pages, with what fills them. */
    private final class Steps {
        private final Tools tools;

        Steps(Tools tools) {
            this.tools = tools;
        }

        PageAnswer askPassword(Visit visit) {
            if (visit.anybody().isPresent()) {
                return PageAnswer.seeOther(tools.pages().links().to("/"));
            }
            return password(200, visit, new Form("", visit.query().text("to"), new FormErrors()));
        }

        PageAnswer checkPassword(Visit visit) {
            String user = visit.form().text("user");
            String browser = sessions.knownBrowser(visit.client().knownBrowser(), user.toLowerCase(Locale.ROOT))
                    .orElse("");
            Outcome outcome = office.passwords()
                    .check(user, visit.form().raw("password"), visit.client().address(), browser);
            return switch (outcome) {
                case Outcome.Right right -> proven(visit, right.account());
                case Outcome.Wrong wrong -> {
                    LOGGER.atWarn().log("wrong password at the console");
                    yield password(
                            422,
                            visit,
                            new Form(user, to(visit), new FormErrors().add("user", tools.t("signin.wrong"))));
                }
                case Outcome.TooMany many -> throw SecondFactors.tooMany(many.pause());
            };
        }

        private PageAnswer proven(Visit visit, Account account) {
            if (account.security().secondFactor() == null) {
                return signIn(visit, account, null).orElseThrow(() -> changed());
            }
            visit.replaceSession(sessions.start(account, Session.Stage.PASSWORD));
            return PageAnswer.seeOther(tools.pages().links().to("/sign-in/code?to=" + to(visit)));
        }

        PageAnswer askCode(Visit visit) {
            return halfway(visit)
                    .map(account ->
                            code(200, visit, new FormErrors(), visit.query().text("to")))
                    .orElseGet(this::again);
        }

        PageAnswer checkCode(Visit visit) {
            Optional<Account> halfway = halfway(visit);
            if (halfway.isEmpty()) {
                return again();
            }
            Account account = halfway.get();
            Optional<CodeUse> use = office.factors().check(account, visit.form().text("code"));
            if (use.isEmpty()) {
                LOGGER.atWarn().log("wrong code at the console");
                return code(422, visit, new FormErrors().add("code", tools.t("frame.code.wrong")), to(visit));
            }
            return signIn(visit, account, use.get())
                    .orElseGet(() ->
                            code(422, visit, new FormErrors().add("code", tools.t("frame.code.used")), to(visit)));
        }

        /** Signed in, with a session that has nothing of the one before; empty where the code was used before. */
        private Optional<PageAnswer> signIn(Visit visit, Account account, @Nullable CodeUse use) {
            Session session = sessions.start(account, Session.Stage.FULL);
            if (!office.own().signIn(account, session.id(), sessions.latestEnd(), use)) {
                return Optional.empty();
            }
            visit.replaceSession(use == null ? session : session.confirmed(clock.instant()));
            visit.remember(account.user());
            LOGGER.atInfo().addKeyValue("user", account.user()).log("signed in at the console");
            return Optional.of(PageAnswer.seeOther(tools.pages().links().to(to(visit))));
        }

        PageAnswer signOut(Visit visit) {
            visit.anybody().ifPresent(officer -> {
                try {
                    office.own().endSession(officer.account(), visit.session().id());
                } catch (ProblemException e) {
                    LOGGER.atWarn().log("a session could not be entered as ended; its cookie is taken back");
                }
            });
            visit.replaceSession(sessions.guest());
            return tools.pages().done("/sign-in", "signin.done.out");
        }

        /** Whose password was right a moment ago. */
        private Optional<Account> halfway(Visit visit) {
            Session session = visit.session();
            return session.stage() == Session.Stage.PASSWORD
                    ? office.views().account(session.user())
                    : Optional.empty();
        }

        private PageAnswer again() {
            return PageAnswer.seeOther(tools.pages().links().to("/sign-in"));
        }

        private ProblemException changed() {
            return ProblemException.conflict(tools.t("signin.changed"));
        }

        private PageAnswer password(int status, Visit visit, Form form) {
            return tools.pages().show(status, visit, "sign-in", tools.t("signin.title"), form);
        }

        private PageAnswer code(int status, Visit visit, FormErrors errors, String to) {
            return tools.pages()
                    .show(status, visit, "sign-in-code", tools.t("signin.code.title"), new Form("", to, errors));
        }

        /** The page to go on with: one of the console, never another address. */
        private static String to(Visit visit) {
            String to = visit.form().text("to");
            return INSIDE.matcher(to).matches() ? to : "/";
        }
    }
}
