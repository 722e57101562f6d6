package org.carillon.ingest.console.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Choice;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.imports.ImportAnswer;
import org.carillon.ingest.imports.Imports;
import org.carillon.ingest.imports.Refusal;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.city.CityPack;

/** A form for a city's list, and what came of it. */
public final class ImportsFeature implements Feature {
    private static final String PAGE = "/import";
    private static final String FILE = "list";
    private static final Access ADMINS = Access.of(Role.ADMIN);
    private static final int MOST_SHOWN = 500;

    private final Imports imports;
    private final CityPack city;

    public ImportsFeature(Imports imports, CityPack city) {
        this.imports = imports;
        this.city = city;
    }

    /** The form; {@code purposes} are empty where the city has only one. */
    public record ImportForm(List<Choice> purposes, boolean confirm, String reason, FormErrors errors) {}

    /**
     * What came of a list.
     *
     * @param state as the API names it
     * @param act the path of its page, or empty
     * @param counts what happened, each with how many lines
     * @param refused the first of them
     * @param more how many refused lines are not shown
     */
    public record Result(String state, String act, List<Count> counts, List<Line> refused, int more) {}

    /** How many lines. */
    public record Count(String name, int lines) {}

    /** A line that was not taken. */
    public record Line(int line, String column, String why) {}

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(PAGE, "imports.menu", ADMINS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        routes.get(PAGE, ADMINS, visit -> form(200, tools, visit, Fields.NONE, new FormErrors()))
                .files(PAGE, ADMINS, visit -> bring(tools, visit));
    }

    private PageAnswer form(int status, Tools tools, Visit visit, Fields typed, FormErrors errors) {
        String language = tools.pages().texts().language();
        String first = city.purposes().getFirst().id().value();
        List<Choice> purposes = city.purposes().stream()
                .map(purpose -> new Choice(
                        purpose.id().value(),
                        purpose.text().in(language),
                        typed.text("purpose", first).equals(purpose.id().value())))
                .toList();
        ImportForm page = new ImportForm(
                purposes.size() == 1 ? List.of() : purposes, typed.has("confirm"), typed.text("reason"), errors);
        return tools.pages().show(status, visit, "import", tools.t("imports.title"), page);
    }

    private PageAnswer bring(Tools tools, Visit visit) {
        Fields typed = visit.form();
        FormErrors errors = new FormErrors();
        Optional<byte[]> list = typed.file(FILE);
        if (list.isEmpty()) {
            errors.add(FILE, tools.t("imports.list.missing"));
        }
        if (list.isEmpty() || !tools.stepUp().passes(visit, errors)) {
            return form(422, tools, visit, typed, errors);
        }
        try {
            ImportAnswer answer = imports.bring(
                    new Imports.Brought(
                            visit.officer().user(),
                            typed.has("purpose") ? typed.text("purpose") : null,
                            typed.has("confirm"),
                            typed.text("reason")),
                    list.get());
            return tools.pages().show(200, visit, "imported", tools.t("imports.title"), result(tools, answer));
        } catch (ProblemException e) {
            return form(e.problem().status(), tools, visit, typed, errors(e.problem()));
        }
    }

    private static FormErrors errors(Problem problem) {
        FormErrors errors = new FormErrors();
        for (CapViolation violation : problem.violations()) {
            errors.add(FILE, violation.line() + ": " + violation.message());
        }
        return errors.isEmpty() ? errors.add("", String.valueOf(problem.detail())) : errors;
    }

    private static Result result(Tools tools, ImportAnswer answer) {
        String act =
                answer.act() == null ? "" : answer.act().substring(answer.act().lastIndexOf('/'));
        return new Result(
                answer.state().name().toLowerCase(Locale.ROOT),
                act.isEmpty() ? "" : "/acts" + act,
                counts(tools, answer),
                answer.refused().stream()
                        .limit(MOST_SHOWN)
                        .map(refusal -> line(tools, refusal))
                        .toList(),
                Math.max(0, answer.refused().size() - MOST_SHOWN));
    }

    private static List<Count> counts(Tools tools, ImportAnswer answer) {
        Count refused =
                new Count(tools.t("imports.count.refused"), answer.refused().size());
        Integer subscribed = answer.subscribed();
        Integer asked = answer.asked();
        Integer already = answer.already();
        if (subscribed == null || asked == null || already == null) {
            return List.of(new Count(tools.t("imports.count.accepted"), answer.accepted()), refused);
        }
        return List.of(
                answer.confirm()
                        ? new Count(tools.t("imports.count.asked"), asked)
                        : new Count(tools.t("imports.count.subscribed"), subscribed),
                new Count(tools.t("imports.count.already"), already),
                refused);
    }

    /** In the console's language what kind of fault it is; the API says the same in English, with more to it. */
    private static Line line(Tools tools, Refusal refusal) {
        String said =
                tools.pages().texts().find("imports.rule." + refusal.rule().toLowerCase(Locale.ROOT));
        return new Line(refusal.line(), refusal.column(), said == null ? refusal.message() : said);
    }
}
