package org.carillon.ingest.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.ConsoleClient.location;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.admin.SigningKeyFeature;
import org.carillon.ingest.office.SigningDesk;
import org.carillon.ingest.signature.TestIdentity;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.keys.SigningIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyPagesTest {
    private static final String FIRST = TestIdentity.HUB.fingerprint();

    @TempDir
    Path temp;

    @Test
    void shouldShowAndChangeTheKeyWithTwoAdministrators() {
        FakeOffice office = new FakeOffice();
        SigningDesk desk = new SigningDesk(TestIdentity.ringIn(temp.resolve("keys")), office, TestHub.CLOCK);
        try (ConsoleRig rig = new ConsoleRig(office, feature(office, desk))) {
            // Given
            ConsoleClient root = rig.signedIn("root");
            assertThat(keys(root)).contains(FIRST, "signs now", "Partners who have pinned");
            assertThat(keys(rig.signedIn("audit"))).contains(FIRST).doesNotContain("<textarea");
            assertThat(rig.signedIn("ana").get("/signing-key").statusCode()).isEqualTo(403);
            assertThat(root.post("/signing-key", "reason", "").statusCode()).isEqualTo(422);
            assertThat(desk.all()).hasSize(1);

            // When
            String done = location(root.post("/signing-key", "reason", "yearly change"));

            // Then
            String act = done.substring(0, done.indexOf('?'));
            String next = desk.all().get(1).certificate().fingerprint();
            assertThat(root.get(act).body()).contains(next, FIRST, "yearly change", "New key for signing alerts");
            assertThat(keys(root)).contains(next, "proposed", act);
            HttpResponse<String> pem =
                    root.get("/signing-key/" + next.replace(":", "").toLowerCase(Locale.ROOT));
            assertThat(pem.body()).isEqualTo(desk.all().get(1).certificate().pem());
            assertThat(pem.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
            assertThat(root.get("/signing-key/00").statusCode()).isEqualTo(404);
            assertThat(root.post(act + "/confirm", "reason", "").statusCode()).isEqualTo(403);
            assertThat(desk.get()).isEqualTo(TestIdentity.HUB);

            // When
            ConsoleClient second = rig.signedIn("second");
            second.get(act);
            second.post(act + "/confirm", "reason", "partners have it");

            // Then
            SigningIdentity now = desk.get();
            assertThat(now.fingerprint()).isEqualTo(next);
            assertThat(keys(second)).contains("signs now", "signed before", FIRST, next);
            assertThat(second.get("/signing-key", "Accept-Language", "ar").body())
                    .contains("مفتاح التوقيع", "وقّع سابقًا");
        }
    }

    /** The page as it is read: a fingerprint in one. */
    private static String keys(ConsoleClient client) {
        return client.get("/signing-key").body().replace("<wbr>", "");
    }

    static SigningKeyFeature feature(FakeOffice office, SigningDesk desk) {
        return new SigningKeyFeature(
                office.desk(OfficeKeys.ephemeral(), TestHub.CLOCK).acts(), desk);
    }
}
