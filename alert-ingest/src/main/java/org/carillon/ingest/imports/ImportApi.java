package org.carillon.ingest.imports;

import java.util.Map;
import java.util.Optional;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;

/** The operation of /api/v1 by which a city brings its list. */
public final class ImportApi {
    /** The most bytes of a list; the OpenAPI file says the same. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final String REASON = "x-carillon-reason";

    private final Imports imports;

    public ImportApi(Imports imports) {
        this.imports = imports;
    }

    public Map<String, Operation> operations() {
        return Map.of("importSubscriptions", this::bring);
    }

    private ApiResponse bring(ApiRequest request) {
        if (!request.actor().hasAny(Role.ADMIN)) {
            throw ProblemException.forbidden("This needs the role admin.");
        }
        if (!request.mediaType().equals("text/csv")) {
            throw ProblemException.unsupportedMediaType("A list is sent as text/csv, in UTF-8.");
        }
        ImportAnswer answer = imports.bring(
                new Imports.Brought(
                        request.actor().user(),
                        request.queryValue("purpose").orElse(null),
                        confirm(request),
                        request.queryValue("reason")
                                .or(() -> request.header(REASON))
                                .orElse(null)),
                request.body().bytes());
        String act = answer.act();
        return act == null ? ApiResponse.ok(answer) : new ApiResponse(200, Map.of("Location", act), answer);
    }

    private static boolean confirm(ApiRequest request) {
        Optional<String> value = request.queryValue("confirm");
        if (value.isEmpty() || value.get().equals("false")) {
            return false;
        }
        if (value.get().equals("true")) {
            return true;
        }
        throw ProblemException.badRequest("confirm is true or false.");
    }
}
