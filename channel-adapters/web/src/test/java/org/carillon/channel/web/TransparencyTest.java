package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.carillon.channel.web.transparency.LogView;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.merkle.ConsistencyProof;
import org.carillon.schemas.transparency.merkle.InclusionProof;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.transparency.note.SignedHead;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransparencyTest {
    private static final Sample BOIL = Sample.of("boil");
    private static WebRig rig;

    @BeforeAll
    static void start() {
        rig = new WebRig();
        rig.alerts.put(BOIL);
        rig.log.append(FakeLog.policy());
        rig.log.append(FakeLog.issued(BOIL));
        for (int i = 2; i < 80; i++) {
            rig.log.append(FakeLog.issued(Sample.of("more-" + i)));
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void shouldGiveEveryEntryToTheByteAPageAtATime() throws Exception {
        JsonNode first = json("/transparency/v1/log?from=0");
        JsonNode second = json("/transparency/v1/log?from=" + first.path("next").asInt());

        assertThat(first.path("entries")).hasSize(64);
        assertThat(second.path("entries")).hasSize(16);
        assertThat(second.has("next")).isFalse();
        JsonNode entry = first.at("/entries/1");
        byte[] leaf = Base64.getDecoder().decode(entry.path("leaf").asText());
        assertThat(entry.path("leafHash").asText())
                .isEqualTo(TreeHash.leaf(leaf).hex());
        assertThat(entry.path("entry")).isEqualTo(Json.mapper().readTree(leaf));
        assertThat(entry.at("/entry/fact/alert/code").asText())
                .isEqualTo(BOIL.alert().verificationCode().value());
        assertThat(json("/transparency/v1/log?from=80").path("entries")).isEmpty();
        assertThat(json("/transparency/v1/log?from=3&limit=2").path("entries")).hasSize(2);
    }

    @Test
    void shouldGiveAHeadThatThePublicKeyVerifies() throws Exception {
        JsonNode head = json("/transparency/v1/head");
        String key = rig.get("/transparency/v1/key").body().strip();

        SignedHead signed = SignedHead.parse(head.path("note").asText());

        assertThat(signed.isSignedBy(LogKey.parse(key))).isTrue();
        assertThat(head.path("key").asText()).isEqualTo(key);
        assertThat(head.path("size").asLong())
                .isEqualTo(signed.checkpoint().size())
                .isEqualTo(80);
        assertThat(head.path("root").asText())
                .isEqualTo(signed.checkpoint().root().hex());
        assertThat(rig.get("/transparency/v1/head", "Accept", "text/plain").body())
                .isEqualTo(head.path("note").asText());
    }

    @Test
    void shouldProveInclusionByIndexHashAndCode() throws Exception {
        TreeHash root =
                TreeHash.ofHex(json("/transparency/v1/head").path("root").asText());
        JsonNode byIndex = json("/transparency/v1/proof?index=1&size=80");

        assertThat(inclusion(byIndex)
                        .holds(TreeHash.ofHex(byIndex.path("leafHash").asText()), root))
                .isTrue();
        assertThat(json("/transparency/v1/proof?hash="
                        + byIndex.path("leafHash").asText()))
                .isEqualTo(byIndex);
        assertThat(json("/transparency/v1/proof?code=" + BOIL.alert().verificationCode()))
                .isEqualTo(byIndex);
    }

    @Test
    void shouldProveConsistency() throws Exception {
        JsonNode proof = json("/transparency/v1/proof?first=50&second=80");

        assertThat(new ConsistencyProof(50, 80, hashes(proof))
                        .holds(
                                TreeHash.ofHex(proof.path("firstRoot").asText()),
                                TreeHash.ofHex(proof.path("secondRoot").asText())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "log?from=81, 400",
        "log?from=-1, 400",
        "log?from=x, 400",
        "proof, 400",
        "proof?index=80, 400",
        "proof?index=1&size=81, 400",
        "proof?index=5&size=5, 400",
        "proof?first=9&second=8, 400",
        "proof?first=1&second=81, 400",
        "proof?hash=00, 400",
        "proof?hash=zz, 400",
        "proof?code=0000-0000, 404",
        "proof?code=x, 404",
        "proof?hash=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, 404"
    })
    void shouldSayWhatIsWrong(String path, int status) throws Exception {
        HttpResponse<String> answer = rig.get("/transparency/v1/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.mapper().readTree(answer.body()).path("detail").asText())
                .isNotBlank();
    }

    @Test
    void shouldAnswer304WhereNothingChanged() {
        for (String path : List.of("log?from=0", "head", "key", "proof?index=1")) {
            HttpResponse<String> first = rig.get("/transparency/v1/" + path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(rig.get("/transparency/v1/" + path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void shouldExplainTheLogInTheReadersLanguage() {
        String key = FakeLog.SIGNER.key().toString();

        assertThat(rig.get("/en/transparency").body())
                .contains("80 entries in all", "Alert issued", "#79")
                .contains("./carillon verify-log " + rig.base + " --key " + key)
                .doesNotContain("#59");
        assertThat(rig.get("/es/transparency").body()).contains("Registro público");
        assertThat(rig.get("/ar/transparency").body()).contains("السجل العام").contains("dir=\"rtl\"");
        assertThat(rig.get("/en/").body()).contains("href=\"/en/transparency\"");
        assertThat(rig.get("/en/verify?code=" + BOIL.alert().verificationCode()).body())
                .contains("#1<")
                .contains("/transparency/v1/proof?code=" + BOIL.alert().verificationCode());
    }

    @Test
    void shouldShowEveryKindOfActWithWhoAgreed() {
        try (WebRig own = new WebRig()) {
            ActDecider two = ActDecider.SECOND_ADMINISTRATOR;
            own.log.append(FakeLog.act(
                    new LoggedAct.Officer(LoggedAct.Change.NEW_START, List.of(Role.ADMIN), List.of(Role.ADMIN)),
                    ActDecider.OPERATOR));
            own.log.append(FakeLog.act(
                    new LoggedAct.Officer(LoggedAct.Change.OPENED, List.of(), List.of(Role.ADMIN)), ActDecider.ALONE));
            own.log.append(FakeLog.act(
                    new LoggedAct.Station(LoggedAct.Change.NEW_KEY, "sol", "Radio Sol", List.of("es"), List.of()),
                    two));
            own.log.append(FakeLog.act(new LoggedAct.SigningKey("AB:CD", "EF:01"), two));
            own.log.append(FakeLog.act(new LoggedAct.TrustedFeed("weather", "weather.example", List.of()), two));
            own.log.append(FakeLog.act(new LoggedAct.Permit("import", "city-alerts"), two));
            own.log.append(FakeLog.act(new LoggedAct.Permit("other", null), two));
            own.log.append(FakeLog.act(
                    new LoggedAct.DistrustedFeed("weather", "weather.example", List.of()),
                    ActDecider.ONE_ADMINISTRATOR));

            assertThat(own.get("/en/transparency").body())
                    .contains("An officer's account changed", "By the operator at the machine")
                    .contains("By the only administrator")
                    .contains("A radio station changed", "Radio Sol", "Agreed by two administrators")
                    .contains("New key for signing our alerts", "AB:CD")
                    .contains("A source may issue alerts without a second person", "weather · weather.example")
                    .contains("Import of a list of subscribers allowed", "city-alerts")
                    .contains("A source may no longer issue alerts without a second person", "By one administrator")
                    .contains("Another administrative decision");
            assertThat(own.get("/ar/transparency").body()).contains("من المشغّل على الجهاز نفسه", "Radio Sol");
            assertThat(own.get("/transparency/v1/log").body()).contains("\"act-confirmed\"", "\"new-start\"");
        }
    }

    @Test
    void shouldGoOnWithoutTheLog() {
        rig.log.there(false);
        try {
            assertThat(rig.get("/transparency/v1/head").statusCode()).isEqualTo(503);
            assertThat(rig.get("/transparency/v1/log").statusCode()).isEqualTo(503);
            HttpResponse<String> page = rig.get("/en/transparency");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("The log is not there just now.");
            assertThat(rig.get("/en/verify?code=" + BOIL.alert().verificationCode())
                            .body())
                    .contains("Yes, this message is genuine.")
                    .doesNotContain("/transparency/v1/proof");
        } finally {
            rig.log.there(true);
        }
    }

    @Test
    void shouldShowNoHeadThatIsNotThatOfItsEntries() {
        LogView view = new LogView(FakeLog.SIGNER.key());
        byte[] leaf = {'{', '}'};

        assertThatThrownBy(() -> view.add(
                        "1", leaf, FakeLog.SIGNER.sign(1, TreeHash.leaf(leaf)).note()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.add(
                        "0", leaf, FakeLog.SIGNER.sign(2, TreeHash.leaf(leaf)).note()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(view.head()).isEmpty();
        view.add("0", leaf, FakeLog.SIGNER.sign(1, TreeHash.empty()).note());
        assertThat(view.head()).isEmpty();
    }

    private static InclusionProof inclusion(JsonNode proof) {
        return new InclusionProof(
                proof.path("index").asLong(), proof.path("size").asLong(), hashes(proof));
    }

    private static List<TreeHash> hashes(JsonNode proof) {
        return proof.path("path")
                .valueStream()
                .map(JsonNode::asText)
                .map(TreeHash::ofHex)
                .toList();
    }

    private static JsonNode json(String path) throws JsonProcessingException {
        HttpResponse<String> answer = rig.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }
}
