package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
    private static final Sample BOIL = Sample.of("boil").headline("Boil <b>all</b> & \"any\" water \u0001now");
    private static final Sample SPANISH = Sample.of("only-es").onlyIn("es").districts("D07");
    private static WebRig rig;

    @BeforeAll
    static void start() {
        rig = new WebRig();
        rig.alerts.put(BOIL, SPANISH);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static SyndFeed read(String path) throws Exception {
        return new SyndFeedInput().build(new StringReader(rig.get(path).body()));
    }

    @Test
    void shouldLeadProgramsToCap() throws Exception {
        SyndFeed feed = read("/feed/cap.atom");

        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("urn:carillon:" + BOIL.id(), "urn:carillon:" + SPANISH.id());
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo("Boil <b>all</b> & \"any\" water now");
        assertThat(entry.getLinks()).extracting(SyndLink::getHref).contains(rig.base + "/cap/" + BOIL.id() + ".xml");
        assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(Sample.NOON);
        assertThat(rig.get("/feed/cap.atom")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("application/atom+xml");
    }

    @Test
    void shouldCarryTheFrozenArticle() throws Exception {
        SyndFeed feed = read("/feed/ar.atom");

        assertThat(feed.getEntries().getFirst().getContents().getFirst().getValue())
                .isEqualTo(BOIL.articles().get(4).body());
        assertThat(rig.get("/feed/ar.atom").body()).contains("xml:lang=\"ar\"").contains("<entry xml:lang=\"es\">");
    }

    @Test
    void shouldGiveTheExactBytesOfTheMessage() {
        assertThat(rig.get("/cap/" + BOIL.id() + ".xml").body().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(FakeAlerts.documentOf(BOIL.id()));
        assertThat(rig.get("/cap/" + BOIL.id() + ".xml").headers().firstValue("Content-Type"))
                .contains("application/cap+xml");
        assertThat(rig.get("/cap/" + "a".repeat(26) + ".xml").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotGiveTheMessageBeforeItIsSigned() {
        Sample sample = Sample.of("fresh").notSignedYet();
        rig.alerts.put(sample);
        try {
            assertThat(rig.get("/cap/" + sample.id() + ".xml").statusCode()).isEqualTo(503);
        } finally {
            rig.alerts.clear();
            rig.alerts.put(BOIL);
        }
    }

    @Test
    void shouldDrawTheDistrictsAsOneShape() throws IOException {
        JsonNode map = Json.mapper().readTree(rig.get("/feed/alerts.geojson").body());

        assertThat(map.path("type").asText()).isEqualTo("FeatureCollection");
        JsonNode feature = map.path("features").get(0);
        assertThat(feature.at("/properties/id").asText()).isEqualTo(BOIL.id().value());
        assertThat(feature.at("/properties/headline/es").asText()).startsWith("Boil");
        assertThat(feature.at("/properties/areas")).hasSize(2);
        // D01 and D03 share a border.
        assertThat(feature.at("/geometry/type").asText()).isEqualTo("Polygon");
        assertThat(map.path("features").get(1).at("/geometry/coordinates")).isNotEmpty();
    }

    @Test
    void shouldTellProgramsAllThatEveryoneMayKnow() throws IOException {
        JsonNode alert = Json.mapper()
                .readTree(rig.get("/feed/alerts.json").body())
                .path("alerts")
                .get(0);

        assertThat(alert.path("id").asText()).isEqualTo(BOIL.id().value());
        assertThat(alert.at("/texts/ar/instruction").asText()).contains("555-0134");
        assertThat(alert.at("/areas/0/name/es").asText()).isEqualTo("Puerto Viejo");
        assertThat(alert.at("/pages/en").asText()).isEqualTo(rig.base + "/en/alerts/" + BOIL.id());
        assertThat(alert.has("author")).isFalse();
        assertThat(alert.toString()).doesNotContain("ana").doesNotContain("\"ben\"");
    }

    @Test
    void shouldPleaseXmllint(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/xmllint")), "no xmllint: apt-get install libxml2-utils");
        for (String path : List.of("/feed/cap.atom", "/feed/en.atom", "/feed/es.atom", "/feed/ar.atom")) {
            Path file =
                    Files.writeString(folder.resolve("feed.xml"), rig.get(path).body());
            Process lint = new ProcessBuilder("/usr/bin/xmllint", "--noout", "--nonet", file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(lint.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(lint.exitValue()).isZero();
        }
    }
}
