package org.carillon.ingest.office;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;
import org.jspecify.annotations.Nullable;

/** Operations of /api/v1 about officers, stations and acts, by their ids in the OpenAPI file. */
public final class OfficeApi {
    /** Where an act is found, with its id behind it. */
    public static final String ACTS = "/api/v1/acts/";

    private final Office office;
    private final CityPack city;

    public OfficeApi(Office office, CityPack city) {
        this.office = office;
        this.city = city;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "listOfficers", this::officers,
                "createOfficer", this::createOfficer,
                "changeOfficer", this::changeOfficer,
                "listStations", this::stations,
                "createStation", this::createStation,
                "changeStation", this::changeStation,
                "listActs", this::acts,
                "getAct", this::act,
                "confirmAct", this::confirm,
                "refuseAct", this::refuse);
    }

    private ApiResponse officers(ApiRequest request) {
        mayRead(request);
        return ApiResponse.ok(Map.of(
                "officers",
                office.views().accounts().stream()
                        .sorted(Comparator.comparing(Account::user))
                        .map(OfficeApi::resource)
                        .toList()));
    }

    private static Map<String, Object> resource(Account account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("user", account.user());
        all.put("displayName", account.displayName());
        all.put("roles", account.roles().stream().sorted().toList());
        all.put("sender", account.sender());
        all.put("active", account.active());
        all.put("createdAt", account.createdAt());
        all.put("secondFactor", account.security().secondFactor() != null);
        all.put("dutyTelephone", account.duty() != null);
        return all;
    }

    private ApiResponse createOfficer(ApiRequest request) {
        mayChange(request);
        OfficeForms.Officer form = OfficeForms.read(request.body(), OfficeForms.Officer.class);
        new OfficeForms.Missing()
                .need("user", form.user())
                .need("displayName", form.displayName())
                .need("roles", form.roles())
                .need("reason", form.reason())
                .throwIfAny();
        return proposed(office.acts()
                .createOfficer(
                        request.actor().user(),
                        Objects.requireNonNull(form.reason()),
                        Objects.requireNonNull(form.user()),
                        Objects.requireNonNull(form.displayName()),
                        Objects.requireNonNull(form.roles()),
                        form.sender() == null ? request.sender() : form.sender()));
    }

    private ApiResponse changeOfficer(ApiRequest request) {
        mayChange(request);
        Account before = office.views()
                .account(request.pathValue("user"))
                .orElseThrow(() -> ProblemException.notFound("There is no such officer."));
        OfficeForms.Officer form = OfficeForms.read(request.body(), OfficeForms.Officer.class);
        new OfficeForms.Missing().need("reason", form.reason()).throwIfAny();
        String reason = Objects.requireNonNull(form.reason());
        if (Boolean.TRUE.equals(form.reset())) {
            return proposed(office.acts().resetOfficer(request.actor().user(), reason, before.user()));
        }
        AdminAct act = new AdminAct.ChangeOfficer(
                before.user(),
                form.displayName() == null ? before.displayName() : form.displayName(),
                form.roles() == null ? before.roles() : form.roles(),
                form.sender() == null ? before.sender() : form.sender(),
                form.active() == null ? before.active() : form.active());
        return proposed(propose(request, reason, act));
    }

    private ApiResponse stations(ApiRequest request) {
        mayRead(request);
        return ApiResponse.ok(Map.of(
                "stations",
                office.views().stations().stream()
                        .sorted(Comparator.comparing(StationAccount::id))
                        .map(OfficeApi::resource)
                        .toList()));
    }

    private static Map<String, Object> resource(StationAccount station) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", station.id());
        all.put("name", station.name());
        all.put("languages", station.languages());
        all.put("areas", station.districts());
        all.put("active", station.active());
        all.put("createdAt", station.createdAt());
        return all;
    }

    private ApiResponse createStation(ApiRequest request) {
        mayChange(request);
        OfficeForms.Station form = OfficeForms.read(request.body(), OfficeForms.Station.class);
        OfficeForms.Missing missing = new OfficeForms.Missing()
                .need("id", form.id())
                .need("name", form.name())
                .need("languages", form.languages())
                .need("reason", form.reason());
        known(missing, form).throwIfAny();
        return proposed(office.acts()
                .createStation(
                        request.actor().user(),
                        Objects.requireNonNull(form.reason()),
                        Objects.requireNonNull(form.id()),
                        Objects.requireNonNull(form.name()),
                        Objects.requireNonNull(form.languages()),
                        form.areas() == null ? List.of() : form.areas()));
    }

    private ApiResponse changeStation(ApiRequest request) {
        mayChange(request);
        StationAccount before = office.views().stations().stream()
                .filter(station -> station.id().equals(request.pathValue("id")))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such station."));
        OfficeForms.Station form = OfficeForms.read(request.body(), OfficeForms.Station.class);
        known(new OfficeForms.Missing().need("reason", form.reason()), form).throwIfAny();
        String reason = Objects.requireNonNull(form.reason());
        if (Boolean.TRUE.equals(form.newKey())) {
            return proposed(office.acts().newStationKey(request.actor().user(), reason, before.id()));
        }
        AdminAct act = new AdminAct.ChangeStation(
                before.id(),
                form.name() == null ? before.name() : form.name(),
                form.languages() == null ? before.languages() : form.languages(),
                form.areas() == null ? before.districts() : form.areas(),
                form.active() == null ? before.active() : form.active());
        return proposed(propose(request, reason, act));
    }

    private OfficeForms.Missing known(OfficeForms.Missing missing, OfficeForms.Station form) {
        if (form.languages() != null && !city.languageCodes().containsAll(form.languages())) {
            missing.wrong("languages", "has a language that this city does not");
        }
        if (form.areas() != null && !city.districtCodes().containsAll(form.areas())) {
            missing.wrong("areas", "has a district that this city does not");
        }
        return missing;
    }

    private ApiResponse acts(ApiRequest request) {
        mayRead(request);
        return ApiResponse.ok(Map.of(
                "acts",
                Stream.concat(office.acts().pending().stream(), office.acts().decided().stream())
                        .map(ActResource::of)
                        .toList()));
    }

    private ApiResponse act(ApiRequest request) {
        mayRead(request);
        return ApiResponse.ok(ActResource.of(office.views()
                .request(request.pathValue("id"))
                .orElseThrow(() -> ProblemException.notFound("There is no such act."))));
    }

    private ApiResponse confirm(ApiRequest request) {
        mayChange(request);
        return ApiResponse.ok(ActResource.of(
                office.acts().confirm(request.actor().user(), request.pathValue("id"), reason(request))));
    }

    private ApiResponse refuse(ApiRequest request) {
        mayChange(request);
        return ApiResponse.ok(
                ActResource.of(office.acts().refuse(request.actor().user(), request.pathValue("id"), reason(request))));
    }

    private static @Nullable String reason(ApiRequest request) {
        return request.body().isEmpty()
                ? null
                : OfficeForms.read(request.body(), OfficeForms.Reason.class).reason();
    }

    private Acts.Proposed propose(ApiRequest request, String reason, AdminAct act) {
        return new Acts.Proposed(office.acts().propose(request.actor().user(), reason, act), null, null);
    }

    /** 202 while it waits for a second administrator; 201 where it is so already. Secrets are shown this once. */
    private static ApiResponse proposed(Acts.Proposed proposed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("act", ActResource.of(proposed.request()));
        if (proposed.password() != null) {
            body.put("password", proposed.password());
        }
        if (proposed.token() != null) {
            body.put(proposed.request().act() instanceof AdminAct.CreateOfficer ? "token" : "key", proposed.token());
        }
        String location = ACTS + proposed.request().id();
        return proposed.request().state() == AdminRequest.State.PENDING
                ? ApiResponse.accepted(location, body)
                : ApiResponse.created(location, body);
    }

    private static void mayRead(ApiRequest request) {
        need(request, Role.ADMIN, Role.AUDITOR);
    }

    private static void mayChange(ApiRequest request) {
        need(request, Role.ADMIN);
    }

    private static void need(ApiRequest request, Role... roles) {
        if (!request.actor().hasAny(roles)) {
            throw ProblemException.forbidden("This needs the role admin" + (roles.length > 1 ? " or auditor." : "."));
        }
    }
}
