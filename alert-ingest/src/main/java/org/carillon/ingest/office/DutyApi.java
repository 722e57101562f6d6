package org.carillon.ingest.office;

import java.util.LinkedHashMap;
import java.util.Map;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Operations of /api/v1 about the own duty telephone. To change it takes the second factor: whoever could turn it off with a stolen token
 * could keep approvers from hearing of an alert.
 */
public final class DutyApi {
    private final Office office;
    private final SecondFactor secondFactor;

    public DutyApi(Office office, SecondFactor secondFactor) {
        this.office = office;
        this.secondFactor = secondFactor;
    }

    public Map<String, Operation> operations() {
        return Map.of("getDuty", this::get, "setDuty", this::set, "endDuty", this::end);
    }

    private ApiResponse get(ApiRequest request) {
        return ApiResponse.ok(resource(own(request).duty()));
    }

    private ApiResponse set(ApiRequest request) {
        Account account = own(request);
        OfficeForms.DutyForm form = OfficeForms.read(request.body(), OfficeForms.DutyForm.class);
        Duty duty = duty(account.duty(), form);
        return change(request, account, duty);
    }

    private Duty duty(@Nullable Duty before, OfficeForms.DutyForm form) {
        boolean deputy = Boolean.TRUE.equals(form.deputy());
        if (form.telephone() == null && before != null) {
            return new Duty(before.contact(), deputy);
        }
        OfficeForms.Missing missing = new OfficeForms.Missing().need("telephone", form.telephone());
        missing.throwIfAny();
        return office.numbers()
                .read(String.valueOf(form.telephone()))
                .map(number -> office.numbers().seal(number, deputy))
                .orElseThrow(() -> missing.wrong(
                                "telephone", "has to be a number in international form: +, country code, number")
                        .problem());
    }

    private ApiResponse end(ApiRequest request) {
        return change(request, own(request), null);
    }

    private ApiResponse change(ApiRequest request, Account account, @Nullable Duty duty) {
        if (secondFactor.given(request).isEmpty()) {
            throw ProblemException.forbidden(
                    "This needs your second factor: send its present code as X-Carillon-Totp; a code is good once.");
        }
        office.own().setDuty(account, duty);
        return ApiResponse.ok(resource(duty));
    }

    private Account own(ApiRequest request) {
        if (!request.actor().hasAny(Role.AUTHOR, Role.APPROVER, Role.ADMIN, Role.AUDITOR)) {
            throw ProblemException.forbidden("Only officers have a duty telephone.");
        }
        return office.views()
                .account(request.actor().user())
                .orElseThrow(() -> ProblemException.forbidden("This account is closed."));
    }

    /** Never the number. */
    private Map<String, Object> resource(@Nullable Duty duty) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("set", duty != null);
        if (duty != null) {
            office.numbers().ending(duty).ifPresent(digits -> all.put("endsWith", digits));
            all.put("deputy", duty.deputy());
        }
        return all;
    }
}
