package org.carillon.ingest.console.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;

/** Radio stations and their keys. */
public final class StationsFeature implements Feature {
    private static final Access READERS = Access.of(Role.ADMIN, Role.AUDITOR);
    private static final Access ADMINS = Access.of(Role.ADMIN);

    private final Office office;
    private final CityPack city;

    public StationsFeature(Office office, CityPack city) {
        this.office = office;
        this.city = city;
    }

    /** What the template {@code stations} takes. */
    public record StationList(List<Row> rows, boolean mayChange) {}

    /**
     * One station.
     *
     * @param languages by their own names
     * @param districts by their names in the language of the page; none for the whole city
     */
    public record Row(String id, String name, List<String> languages, List<String> districts, boolean active) {}

    /** What the template {@code station} takes; a new one where {@code fresh}. */
    public record StationForm(
            boolean fresh,
            String id,
            String name,
            List<Choice> languages,
            List<Choice> districts,
            boolean active,
            String reason,
            FormErrors errors) {}

    @Override
    public String name() {
        return "stations";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("/stations", "stations.menu", READERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        StationPages pages = new StationPages(tools);
        routes.get("/stations", READERS, pages::list)
                .get("/stations/new", ADMINS, pages::fresh)
                .post("/stations", ADMINS, pages::create)
                .get("/stations/:id", ADMINS, pages::edit)
                .post("/stations/:id", ADMINS, pages::change)
                .post("/stations/:id/key", ADMINS, pages::newKey);
    }

    /** The pages, with what fills them. */
    private final class StationPages {
        private final Tools tools;
        private final ActView.Reader reader;

        StationPages(Tools tools) {
            this.tools = tools;
            this.reader = new ActView.Reader(office.views(), tools.pages().texts());
        }

        PageAnswer list(Visit visit) {
            List<Row> rows = office.views().stations().stream()
                    .sorted(Comparator.comparing(StationAccount::id))
                    .map(this::row)
                    .toList();
            return tools.pages()
                    .show(
                            visit,
                            "stations",
                            tools.t("stations.title"),
                            new StationList(rows, visit.officer().hasAny(Role.ADMIN)));
        }

        private Row row(StationAccount station) {
            return new Row(
                    station.id(),
                    station.name(),
                    named(languages(station.languages()), station.languages()),
                    named(districts(station.districts()), station.districts()),
                    station.active());
        }

        /** A code that the city pack has no more stands for itself. */
        private static List<String> named(List<Choice> choices, List<String> codes) {
            Map<String, String> names = choices.stream().collect(Collectors.toMap(Choice::value, Choice::name));
            return codes.stream().map(code -> names.getOrDefault(code, code)).toList();
        }

        private List<Choice> languages(List<String> chosen) {
            return city.languages().stream()
                    .map(l -> new Choice(l.code(), l.name(), chosen.contains(l.code())))
                    .toList();
        }

        private List<Choice> districts(List<String> chosen) {
            return city.districts().stream()
                    .map(d -> new Choice(
                            d.code(),
                            d.code() + " " + d.names().in(tools.pages().texts().language()),
                            chosen.contains(d.code())))
                    .toList();
        }

        PageAnswer fresh(Visit visit) {
            return form(200, visit, true, "", "", List.of(), List.of(), true, new FormErrors());
        }

        PageAnswer create(Visit visit) {
            Fields form = visit.form();
            FormErrors errors = new FormErrors();
            String id = form.text("id").toLowerCase(Locale.ROOT);
            if (!id.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
                errors.add("id", tools.t("stations.id.wrong"));
            } else if (known(id).isPresent()) {
                errors.add("id", tools.t("stations.id.taken"));
            }
            check(form, errors);
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return again(visit, true, id, errors);
            }
            Acts.Proposed proposed = office.acts()
                    .createStation(
                            visit.officer().user(),
                            form.text("reason"),
                            id,
                            form.text("name"),
                            form.all("languages"),
                            form.all("districts"));
            return Proposals.show(visit, tools, proposed, reader.read(proposed.request()));
        }

        PageAnswer edit(Visit visit) {
            return edit(200, visit, new FormErrors());
        }

        private PageAnswer edit(int status, Visit visit, FormErrors errors) {
            StationAccount station = station(visit);
            return form(
                    status,
                    visit,
                    false,
                    station.id(),
                    station.name(),
                    station.languages(),
                    station.districts(),
                    station.active(),
                    errors);
        }

        PageAnswer change(Visit visit) {
            StationAccount station = station(visit);
            Fields form = visit.form();
            FormErrors errors = new FormErrors();
            check(form, errors);
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return again(visit, false, station.id(), errors);
            }
            AdminRequest request = office.acts()
                    .propose(
                            visit.officer().user(),
                            form.text("reason"),
                            new AdminAct.ChangeStation(
                                    station.id(),
                                    form.text("name"),
                                    form.all("languages"),
                                    form.all("districts"),
                                    form.has("active")));
            return tools.pages().done("/acts/" + request.id(), "acts.done.proposed");
        }

        PageAnswer newKey(Visit visit) {
            StationAccount station = station(visit);
            FormErrors errors = new FormErrors();
            String reason = visit.form().text("key-reason");
            if (reason.isEmpty()) {
                errors.add("key-reason", tools.t("officers.reason.missing"));
            }
            if (!errors.isEmpty() || !tools.stepUp().passes(visit, errors)) {
                return edit(422, visit, errors);
            }
            Acts.Proposed proposed = office.acts().newStationKey(visit.officer().user(), reason, station.id());
            return Proposals.show(visit, tools, proposed, reader.read(proposed.request()));
        }

        private Optional<StationAccount> known(String id) {
            return office.views().stations().stream()
                    .filter(station -> station.id().equals(id))
                    .findFirst();
        }

        private StationAccount station(Visit visit) {
            return known(visit.pathValue("id"))
                    .orElseThrow(() -> ProblemException.notFound(tools.t("stations.missing")));
        }

        private void check(Fields form, FormErrors errors) {
            if (form.text("name").isEmpty()) {
                errors.add("name", tools.t("stations.name.missing"));
            }
            if (form.all("languages").isEmpty() || !city.languageCodes().containsAll(form.all("languages"))) {
                errors.add("languages", tools.t("stations.languages.missing"));
            }
            if (!city.districtCodes().containsAll(form.all("districts"))) {
                errors.add("districts", tools.t("stations.districts.wrong"));
            }
            if (form.text("reason").isEmpty()) {
                errors.add("reason", tools.t("officers.reason.missing"));
            }
        }

        private PageAnswer again(Visit visit, boolean fresh, String id, FormErrors errors) {
            Fields form = visit.form();
            return form(
                    422,
                    visit,
                    fresh,
                    id,
                    form.text("name"),
                    form.all("languages"),
                    form.all("districts"),
                    form.has("active"),
                    errors);
        }

        private PageAnswer form(
                int status,
                Visit visit,
                boolean fresh,
                String id,
                String name,
                List<String> languages,
                List<String> districts,
                boolean active,
                FormErrors errors) {
            StationForm page = new StationForm(
                    fresh,
                    id,
                    name,
                    languages(languages),
                    districts(districts),
                    active,
                    visit.form().text("reason"),
                    errors);
            String title = fresh ? tools.t("stations.new") : tools.t("stations.one", "id", id);
            return tools.pages().show(status, visit, "station", title, page);
        }
    }
}
