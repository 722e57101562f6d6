package org.carillon.ingest.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.station.StationAccount;

/** A console on loopback with accounts in a map and a clock by hand. Everybody has the same password and authenticator secret. */
public final class ConsoleRig implements AutoCloseable {
    public static final String PASSWORD = "four words of theirs";
    public static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    public static final String RECOVERY = "ABCD-EFGH-JKMN-PQRS";

    final FakeOffice office;
    final OfficeKeys keys = OfficeKeys.ephemeral();
    public final HandClock clock = new HandClock(TestHub.NOON);
    public final URI base;

    private final Vertx vertx = Vertx.vertx();

    /** A console with these features beside those about accounts. */
    public ConsoleRig(Feature... others) {
        this(new FakeOffice(), others);
    }

    /** As {@link #ConsoleRig(Feature...)}, for features that look at the same accounts and acts. */
    public ConsoleRig(FakeOffice office, Feature... others) {
        this.office = office;
        add("ana", Role.AUTHOR);
        add("bo", Role.APPROVER);
        add("root", Role.ADMIN);
        add("second", Role.ADMIN);
        add("audit", Role.AUDITOR);
        add("all", EnumSet.allOf(Role.class).toArray(Role[]::new));
        office.put(new StationAccount(
                "radio-sol", "Radio Sol", List.of("es"), List.of("D01"), "00ff", true, TestHub.NOON));
        Router router = Router.router(vertx);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
        new Console(ConsoleConfig.of(keys, base), TestHub.CITY.pack(), office.desk(keys, clock), List.of(others), clock)
                .mount(router);
    }

    /** An officer with an authenticator app. */
    public void add(String user, Role... roles) {
        SecondFactor factor = new SecondFactor(
                SecondFactors.seal(keys, user, SECRET), 0, Set.of(Secrets.recoveryHash(RECOVERY)), TestHub.NOON);
        office.put(account(user, roles).with(AccountSecurity.NEW.with(factor)));
    }

    /** An officer who has not been here yet. */
    void addFresh(String user, Role... roles) {
        office.put(account(user, roles).with(AccountSecurity.NEW.withTemporaryPassword(true)));
    }

    private static Account account(String user, Role... roles) {
        return new Account(
                user,
                "Officer " + user,
                Set.of(roles),
                "water@port-maravel.example",
                FakeOffice.SECRETS.passwordHash(PASSWORD),
                Set.of(),
                true,
                TestHub.NOON);
    }

    /** The code that the app shows now; time goes on first, so that it is another one than before. */
    public String nextCode() {
        clock.pass(Duration.ofSeconds(60));
        return Totp.code(SECRET, Totp.step(clock.instant()));
    }

    /** A browser without scripts that nobody has signed in with. */
    public ConsoleClient client() {
        return new ConsoleClient(base);
    }

    /** A browser without scripts in which that officer is signed in. */
    public ConsoleClient signedIn(String user) {
        ConsoleClient client = client();
        client.get("/sign-in");
        client.post("/sign-in", "user", user, "password", PASSWORD);
        client.get("/sign-in/code");
        client.post("/sign-in/code", "code", nextCode());
        client.get("/account");
        return client;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
