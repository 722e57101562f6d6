package org.carillon.ingest.office;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.http.ApiRequest;

/** The code of an officer's authenticator app in an API request's header; a right one counts once, on any instance. */
public final class AppCode implements SecondFactor {
    private final SecondFactor otherwise;
    private final Office office;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param otherwise asked where a request has no code
     */
    public AppCode(SecondFactor otherwise, Office office, Clock clock) {
        this.otherwise = otherwise;
        this.office = office;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> given(ApiRequest request) {
        Optional<String> code = request.header(HEADER);
        if (code.isEmpty()) {
            return otherwise.given(request);
        }
        return office.views()
                .account(request.actor().user())
                .flatMap(account -> office.factors()
                        .check(account, code.get())
                        .filter(use -> office.own().use(account, use)))
                .map(use -> clock.instant());
    }
}
