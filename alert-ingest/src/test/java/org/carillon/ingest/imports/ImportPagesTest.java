package org.carillon.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.ingest.console.ConsoleRig;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.console.SharedBrowser;
import org.carillon.ingest.console.Walk;
import org.carillon.ingest.console.imports.ImportsFeature;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.OfficeKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console's page for a city's list. */
@ExtendWith(SharedBrowser.class)
class ImportPagesTest {
    private static final byte[] LIST = """
            contact,language,areas,topics,level,format,consentAt,consentText,proof
            +34612345678,es,D01,,,,2024-05-31T18:00:00+02:00,Sí.,archivo 12
            +34612345679,en,D02,,,,2024-05-31T18:00:00+02:00,Yes.,
            """.getBytes(StandardCharsets.UTF_8);

    private final FakeOffice office = new FakeOffice();
    private final FakeResidents residents = new FakeResidents();
    private final HandClock clock = new HandClock(TestHub.NOON);
    private ConsoleRig rig;

    @BeforeEach
    void open(@TempDir Path temp) {
        CityPack city = TestHub.CITY.pack();
        KeyRing keys = KeyRing.open(temp, List.of(city.purposes().getFirst().id()), clock);
        Imports imports = new Imports(
                city,
                residents,
                keys,
                office.desk(OfficeKeys.ephemeral(), clock).acts(),
                null,
                Duration.ofSeconds(20),
                clock);
        rig = new ConsoleRig(office, new ImportsFeature(imports, city));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shouldTakeTheSameFileFromTwoAdministrators() {
        // Given
        ConsoleClient root = rig.signedIn("root");
        root.get("/import");
        HttpResponse<String> waiting = root.upload("/import", "list", LIST, "reason", "the old list");
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(waiting.body())
                .contains("Nobody is subscribed yet", "Say where the proof of the consent is kept")
                .doesNotContain("612345");
        assertThat(residents.there).isEmpty();

        // When
        ConsoleClient second = rig.signedIn("second");
        second.get("/import");
        HttpResponse<String> done = second.upload("/import", "list", LIST);

        // Then
        assertThat(done.body()).contains("Done. The list can be sent again");
        assertThat(residents.there).hasSize(1);
        assertThat(root.get("/acts").body()).contains("city-alerts: 2 lines, 1 to take in", "the old list");
    }

    @Test
    void shouldReadAFileOnlyFromAnAdministratorWithTheTokenOfOurForm() {
        ConsoleClient author = rig.signedIn("ana");
        assertThat(author.get("/import").statusCode()).isEqualTo(403);
        assertThat(author.upload("/import", "list", LIST).statusCode()).isEqualTo(403);
        ConsoleClient root = rig.signedIn("root");
        root.get("/import");
        assertThat(root.uploadAs("forged", "/import", "list", LIST).statusCode())
                .isEqualTo(403);
        assertThat(root.upload("/import", "list", new byte[0]).statusCode()).isEqualTo(422);
        HttpResponse<String> wrong = root.upload("/import", "list", "contact,name\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("There is no column name");
        assertThat(root.upload("/import", "list", new byte[16 * 1024 * 1024 + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(rig.client().upload("/import", "list", LIST).statusCode()).isEqualTo(303);
        assertThat(office.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"360, DARK, en", "1440, LIGHT, ar"})
    void shouldKeepTheRules(int width, ColorScheme scheme, String language, Browser browser) {
        Walk walk = new Walk(browser, rig);
        try (BrowserContext context = walk.context("root", width, scheme, language);
                Page page = context.newPage()) {
            page.navigate(walk.at("/import").toString());
            walk.check(page, "import-" + language + '-' + width);
            walk.checkKeyboard(page, "/import");
            page.locator("main button[type=submit]").first().click();
            walk.awaitFocus(page, ".errors");
            walk.check(page, "import-wrong-" + language + '-' + width);
            page.locator("#list").setInputFiles(new FilePayload("list.csv", "text/csv", LIST));
            page.locator("main button[type=submit]").first().click();
            page.locator("main table").waitFor();
            walk.check(page, "imported-" + language + '-' + width);
        }
    }
}
