package org.carillon.ingest.office;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminRequest;

/** Operations of /api/v1 about the key by which the hub signs, by their ids in the OpenAPI file. */
public final class SigningKeyApi {
    private final Acts acts;
    private final SigningDesk desk;

    public SigningKeyApi(Acts acts, SigningDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of("listSigningKeys", this::list, "proposeSigningKey", this::propose);
    }

    private ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(
                Map.of("keys", desk.all().stream().map(SigningKeyApi::resource).toList()));
    }

    private static Map<String, Object> resource(SigningDesk.Known key) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("fingerprint", key.certificate().fingerprint());
        all.put("state", key.state().name().toLowerCase(Locale.ROOT));
        all.put("since", key.since());
        all.put("pem", key.certificate().pem());
        key.act().ifPresent(act -> all.put("act", OfficeApi.ACTS + act.id()));
        return all;
    }

    private ApiResponse propose(ApiRequest request) {
        if (!request.actor().hasAny(Role.ADMIN)) {
            throw ProblemException.forbidden("This needs the role admin.");
        }
        OfficeForms.Reason form = OfficeForms.read(request.body(), OfficeForms.Reason.class);
        new OfficeForms.Missing().need("reason", form.reason()).throwIfAny();
        AdminRequest act = desk.propose(acts, request.actor().user(), Objects.requireNonNull(form.reason()));
        return ApiResponse.accepted(OfficeApi.ACTS + act.id(), Map.of("act", ActResource.of(act)));
    }
}
