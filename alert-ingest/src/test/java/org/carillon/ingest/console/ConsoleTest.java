package org.carillon.ingest.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.ConsoleClient.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.text.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ConsoleRig rig = new ConsoleRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shouldSpeakTheChosenLanguageAndKeepNothingButItsCode() {
        ConsoleClient ana = rig.client();
        assertThat(ana.get("/sign-in").body())
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .doesNotContain("unreviewed");
        assertThat(ana.get("/sign-in", "Accept-Language", "ar-EG,ar;q=0.8,en;q=0.5")
                        .body())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "class=\"unreviewed\"");

        HttpResponse<String> chosen = ana.post("/language", "language", "ar", "back", "/sign-in?to=/acts");

        assertThat(location(chosen)).isEqualTo("/sign-in?to=/acts");
        assertThat(ana.cookies).containsEntry("carillon_language", "ar");
        assertThat(ana.get("/sign-in").body()).contains("<html lang=\"ar\" dir=\"rtl\">", "تسجيل الدخول");
        assertThat(ana.get("/nowhere").body()).contains("لا توجد صفحة كهذه");
        assertThat(location(ana.post("/language", "language", "xx", "back", "https://evil.example")))
                .isEqualTo("/");
        assertThat(ana.cookies).containsEntry("carillon_language", "ar");
        assertThat(ana.postRaw("/language", List.of(), List.of("language", "en"))
                        .statusCode())
                .as("a form that is not ours")
                .isEqualTo(403);
    }

    @Test
    void shouldSignInWithPasswordAndCodeAndOutAgain() {
        ConsoleClient ana = rig.client();
        assertThat(location(ana.get("/account"))).isEqualTo("/sign-in?to=%2Faccount");
        assertThat(ana.get("/sign-in?to=%2Faccount").statusCode()).isEqualTo(200);
        HttpResponse<String> half =
                ana.post("/sign-in", "user", "ana", "password", ConsoleRig.PASSWORD, "to", "/account");
        assertThat(half.statusCode()).isEqualTo(303);
        assertThat(location(half)).isEqualTo("/sign-in/code?to=/account");
        assertThat(location(ana.get("/account"))).as("not signed in yet").startsWith("/sign-in/code");
        ana.get(location(half));
        HttpResponse<String> in = ana.post("/sign-in/code", "code", rig.nextCode(), "to", "/account");
        assertThat(location(in)).isEqualTo("/account");
        assertThat(ana.get("/account").body()).contains("Officer ana");

        Map<String, String> copied = new HashMap<>(ana.cookies);
        assertThat(location(ana.post("/sign-out"))).startsWith("/sign-in");
        assertThat(location(ana.get("/account"))).startsWith("/sign-in");
        ana.cookies.putAll(copied);
        assertThat(location(ana.get("/account"))).as("a copied cookie").startsWith("/sign-in");
    }

    @Test
    void shouldGuardCookiesAndPages() {
        ConsoleClient ana = rig.signedIn("ana");
        HttpResponse<String> page = ana.get("/account");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';")
                .contains("style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("<script>")
                .doesNotContain(" onclick");
        HttpResponse<String> guest = rig.client().get("/sign-in");
        assertThat(guest.headers().firstValue("Set-Cookie").orElse(""))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/console/");
    }

    @Test
    void shouldServeScriptsAndStylesForEver() {
        String body = rig.client().get("/sign-in").body();
        Matcher asset =
                Pattern.compile("(?:href|src)=\"(/console/assets/[^\"]+)\"").matcher(body);
        int found = 0;
        while (asset.find()) {
            HttpResponse<String> file = rig.client().get(asset.group(1));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            found++;
        }
        assertThat(found).isEqualTo(3);
        assertThat(rig.client().get("/assets/0000/console.css").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayTheSameToWhoeverIsWrong() {
        ConsoleClient somebody = rig.client();
        somebody.get("/sign-in");
        HttpResponse<String> wrong = somebody.post("/sign-in", "user", "ana", "password", "wrong");
        HttpResponse<String> unknown = somebody.post("/sign-in", "user", "zzq", "password", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body().replace("zzq", "ana")).isEqualTo(wrong.body());
        assertThat(wrong.body())
                .contains("aria-invalid=\"true\"")
                .contains("href=\"#user\"")
                .doesNotContain("value=\"wrong\"");
        for (int i = 0; i < 5; i++) {
            somebody.post("/sign-in", "user", "ana", "password", "wrong");
        }
        HttpResponse<String> slow = somebody.post("/sign-in", "user", "ana", "password", ConsoleRig.PASSWORD);
        assertThat(slow.statusCode()).isEqualTo(429);
        assertThat(slow.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldTakeACodeOnce() {
        ConsoleClient ana = rig.signedIn("ana");
        ConsoleClient thief = rig.client();
        thief.get("/sign-in");
        thief.post("/sign-in", "user", "ana", "password", ConsoleRig.PASSWORD);
        thief.get("/sign-in/code");
        String used = Totp.code(ConsoleRig.SECRET, Totp.step(rig.clock.instant()));

        assertThat(thief.post("/sign-in/code", "code", used).body()).contains("has been used");
        assertThat(thief.post("/sign-in/code", "code", "000000").body()).contains("is wrong");
        assertThat(thief.post("/sign-in/code", "code", "abcd efgh jkmn pqrs").statusCode())
                .as("a recovery code")
                .isEqualTo(303);
        ana.post("/sign-out");
        ana.get("/sign-in");
        ana.post("/sign-in", "user", "ana", "password", ConsoleRig.PASSWORD);
        ana.get("/sign-in/code");
        assertThat(ana.post("/sign-in/code", "code", ConsoleRig.RECOVERY).statusCode())
                .isEqualTo(422);
    }

    @Test
    void shouldRefuseFormsThatAreNotOurs() {
        ConsoleClient root = rig.signedIn("root");
        root.get("/account");
        List<String> own = List.of("csrf", root.csrf);
        List<List<String>> foreign = List.of(
                List.of("Origin", "https://evil.example"),
                List.of("Origin", "null"),
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"));
        for (List<String> headers : foreign) {
            assertThat(root.postRaw("/account/sessions/end-all", headers, own).statusCode())
                    .as("%s", headers)
                    .isEqualTo(403);
        }
        assertThat(root.postRaw("/account/sessions/end-all", List.of(), List.of())
                        .statusCode())
                .isEqualTo(403);
        ConsoleClient other = rig.signedIn("second");
        other.get("/account");
        assertThat(root.postRaw("/account/sessions/end-all", List.of(), List.of("csrf", other.csrf))
                        .statusCode())
                .as("the token of another session")
                .isEqualTo(403);
        assertThat(root.get("/account").statusCode()).isEqualTo(200);
        assertThat(root.postRaw("/account/sessions/end-all", List.of(), own).statusCode())
                .isEqualTo(303);
    }

    @Test
    void shouldNotSignSomebodyInWithoutTheFormOfThisBrowser() {
        ConsoleClient victim = rig.client();
        assertThat(victim.postRaw("/sign-in", List.of(), List.of("user", "ana", "password", ConsoleRig.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldEndSessionsAtOnceWhenRolesChangeOrTimePasses() {
        ConsoleClient ana = rig.signedIn("ana");
        rig.office.put(rig.office
                .account("ana")
                .orElseThrow()
                .with(rig.office.account("ana").orElseThrow().security().revoked()));
        assertThat(location(ana.get("/account"))).startsWith("/sign-in");

        ConsoleClient bo = rig.signedIn("bo");
        rig.clock.pass(Duration.ofMinutes(31));
        assertThat(location(bo.get("/account"))).startsWith("/sign-in");

        ConsoleClient again = rig.signedIn("bo");
        rig.clock.pass(Duration.ofMinutes(20));
        again.get("/account", "HX-Request", "true");
        rig.clock.pass(Duration.ofMinutes(11));
        assertThat(location(again.get("/account")))
                .as("what a page fetches by itself keeps nobody signed in")
                .startsWith("/sign-in");
    }

    @Test
    void shouldLeadANewOfficerToAPasswordAndAnAppOfTheirOwn() {
        rig.addFresh("nia", Role.ADMIN);
        ConsoleClient nia = rig.client();
        nia.get("/sign-in");
        nia.post("/sign-in", "user", "nia", "password", ConsoleRig.PASSWORD);
        assertThat(location(nia.get("/officers"))).isEqualTo("/account/password");
        nia.get("/account/password");
        assertThat(nia.post("/account/password", "present", ConsoleRig.PASSWORD, "fresh", "short", "repeat", "other")
                        .body())
                .contains("Too short")
                .contains("not the same");
        assertThat(nia.post(
                                "/account/password",
                                "present",
                                ConsoleRig.PASSWORD,
                                "fresh",
                                "correct horse battery",
                                "repeat",
                                "correct horse battery")
                        .statusCode())
                .isEqualTo(303);
        assertThat(location(nia.get("/officers"))).isEqualTo("/account/second-factor");
        String page = nia.get("/account/second-factor").body();
        Matcher key = Pattern.compile("id=\"secret\"[^>]*>([A-Z2-7 ]+)<").matcher(page);
        assertThat(key.find()).isTrue();
        byte[] secret = Base32.decode(key.group(1).replace(" ", "").toLowerCase(Locale.ROOT));
        assertThat(nia.get("/account/second-factor/qr.svg").headers().firstValue("Content-Type"))
                .contains("image/svg+xml");
        assertThat(nia.post("/account/second-factor", "proof", "000000").statusCode())
                .isEqualTo(422);
        HttpResponse<String> done =
                nia.post("/account/second-factor", "proof", Totp.code(secret, Totp.step(rig.clock.instant())));
        assertThat(done.body()).contains("Your recovery codes");
        assertThat(nia.get("/officers").statusCode()).isEqualTo(200);
        AccountSecurity kept = rig.office.account("nia").orElseThrow().security();
        assertThat(kept.toString()).doesNotContain(key.group(1));
        assertThat(kept.temporaryPassword()).isFalse();
    }

    @Test
    void shouldTakeTwoAdministratorsToChangeAnOfficer() {
        ConsoleClient root = rig.signedIn("root");
        root.get("/officers/ana");
        HttpResponse<String> proposed = root.post(
                "/officers/ana",
                "displayName",
                "Ana <b>Bold</b>",
                "roles",
                "author",
                "roles",
                "approver",
                "sender",
                "water@port-maravel.example",
                "active",
                "yes",
                "reason",
                "she also approves \"><script>alert(1)</script>");
        assertThat(proposed.statusCode()).isEqualTo(303);
        AdminRequest request = rig.office.requests().iterator().next();
        String act = "/acts/" + request.id();
        HttpResponse<String> own = root.get(act);
        assertThat(own.body())
                .contains("You proposed this")
                .contains("&lt;script")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>Bold");
        assertThat(root.post(act + "/confirm").statusCode()).isEqualTo(403);
        assertThat(rig.signedIn("ana").get(act).statusCode()).isEqualTo(403);

        ConsoleClient second = rig.signedIn("second");
        rig.clock.pass(Duration.ofMinutes(15));
        second.get(act);
        HttpResponse<String> asked = second.post(act + "/confirm");
        assertThat(asked.statusCode()).as("the second factor is too old").isEqualTo(422);
        assertThat(asked.body()).contains("id=\"code\"").contains("href=\"#code\"");
        assertThat(second.post(act + "/confirm", "code", rig.nextCode()).statusCode())
                .isEqualTo(303);
        assertThat(rig.office.account("ana").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.AUTHOR, Role.APPROVER);
        assertThat(second.get("/acts").body()).contains("Confirmed");
    }

    @Test
    void shouldShowSecretsOfANewOfficerOnce() {
        ConsoleClient root = rig.signedIn("root");
        root.get("/officers/new");
        HttpResponse<String> faulty = root.post("/officers", "user", "N!", "displayName", "");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("href=\"#user\"")
                .contains("href=\"#roles\"")
                .contains("href=\"#reason\"");
        HttpResponse<String> shown = root.post(
                "/officers", "user", "nia", "displayName", "Nia", "roles", "author", "sender", "s", "reason", "new");
        Matcher token = Pattern.compile("crl_[A-Za-z0-9_-]+").matcher(shown.body());
        assertThat(token.find()).isTrue();
        AdminRequest request = rig.office.requests().iterator().next();
        assertThat(root.get("/acts/" + request.id()).body())
                .doesNotContain("crl_")
                .doesNotContain("argon2");
        assertThat(rig.office.account("nia")).as("not before the second person").isEmpty();
    }

    @Test
    void shouldSayWhatIsNotThereAndSurviveNonsense() {
        ConsoleClient ana = rig.signedIn("ana");
        assertThat(ana.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(ana.get("/officers").statusCode()).isEqualTo(403);
        ConsoleClient guest = rig.client();
        guest.get("/sign-in");
        HttpResponse<String> away =
                guest.post("/sign-in", "user", "ana", "password", ConsoleRig.PASSWORD, "to", "//evil.example\r\nX: y");
        assertThat(location(away)).isEqualTo("/sign-in/code?to=/");
        assertThat(guest.post("/sign-in", "user", "a", "password", "x".repeat(2_000_000))
                        .statusCode())
                .isEqualTo(413);
        rig.office.away = true;
        guest.get("/sign-in/code");
        assertThat(guest.post("/sign-in/code", "code", rig.nextCode()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void shouldKeepADutyTelephoneThatNoPageShows() {
        // Given
        ConsoleClient bo = rig.signedIn("bo");
        assertThat(bo.get("/account").body()).contains("You have no duty telephone");
        assertThat(bo.get("/account/duty").body()).contains("I am deputy");
        rig.clock.pass(Duration.ofMinutes(15));

        // When: not a number, then without a code, then with one
        HttpResponse<String> wrong = bo.post("/account/duty", "telephone", "5550842", "code", rig.nextCode());
        HttpResponse<String> asked = bo.post("/account/duty", "telephone", "+1 500 555 0842", "deputy", "yes");
        HttpResponse<String> saved =
                bo.post("/account/duty", "telephone", "+1 500 555 0842", "deputy", "yes", "code", rig.nextCode());

        // Then
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#telephone\"").doesNotContain("5550842");
        assertThat(asked.statusCode()).as("the second factor is too old").isEqualTo(422);
        assertThat(asked.body())
                .contains("href=\"#code\"")
                .containsPattern("name=\"deputy\" value=\"yes\" checked")
                .doesNotContain("0842");
        assertThat(location(saved)).isEqualTo("/account?done=account.done.duty");
        Duty duty =
                Objects.requireNonNull(rig.office.account("bo").orElseThrow().duty());
        assertThat(rig.office.open(duty.contact())).isEqualTo(E164.of("+15005550842"));
        assertThat(duty.deputy()).isTrue();
        assertThat(bo.get("/account").body())
                .contains("the number that ends in 42, as deputy")
                .doesNotContain("0842");

        // When: the same number, not as deputy any more
        bo.get("/account/duty");
        bo.post("/account/duty", "telephone", "");

        // Then
        assertThat(rig.office.account("bo").orElseThrow().duty()).isEqualTo(new Duty(duty.contact(), false));
        assertThat(rig.signedIn("root").get("/officers").body())
                .containsPattern("data-label=\"Duty telephone\">yes<")
                .doesNotContain("ends in")
                .doesNotContain("0842");

        // When
        bo.get("/account/duty");
        assertThat(location(bo.post("/account/duty/end"))).isEqualTo("/account?done=account.done.no-duty");

        // Then
        assertThat(rig.office.account("bo").orElseThrow().duty()).isNull();
    }

    @Test
    void shouldHaveNoDutyTelephoneForPartners() {
        rig.add("feed", Role.PARTNER);
        ConsoleClient feed = rig.signedIn("feed");

        assertThat(feed.get("/account").body()).doesNotContain("Duty telephone");
        assertThat(feed.get("/account/duty").statusCode()).isEqualTo(403);
        assertThat(rig.signedIn("ana").get("/account/duty").body())
                .as("who does not decide is no deputy")
                .doesNotContain("I am deputy");
    }

    @Test
    void shouldShowInRedWhatTheOperatorDidAlone() {
        rig.office.ask(new OfficeCommand.Recover(
                "c1", rig.clock.instant(), "operator", "op1", "ana", "$argon2id$x", "telephone lost"));
        ConsoleClient root = rig.signedIn("root");

        for (String page : List.of("/acts", "/acts/op1")) {
            assertThat(root.get(page).body())
                    .as(page)
                    .contains("New start for officer ana, given by the operator")
                    .contains("<span class=\"label bad\">at the machine, without a second person</span>")
                    .contains("telephone lost")
                    .doesNotContain("argon2");
        }
    }

    /** A page of another feature: whatever it fails with, a page is shown and nothing is told. */
    @Test
    void shouldShowAPageWhateverFails() {
        Feature broken = new Feature() {
            @Override
            public String name() {
                return "acts";
            }

            @Override
            public void addTo(Routes routes, Tools tools) {
                routes.get("/broken", Access.OPEN, visit -> {
                    throw new IllegalStateException("secret");
                });
                routes.get("/fine", Access.OPEN, visit -> PageAnswer.html(200, "fine"));
            }
        };
        try (ConsoleRig other = new ConsoleRig(broken)) {
            HttpResponse<String> failed = other.client().get("/broken");
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.body()).contains("<h1>The hub failed</h1>").doesNotContain("secret");
            assertThat(other.client().get("/fine").body()).isEqualTo("fine");
        }
    }
}
