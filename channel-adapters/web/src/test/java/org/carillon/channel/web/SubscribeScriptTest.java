package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script of the sign-up page in a real Chromium; the push service's part of the browser and the push API are played. */
class SubscribeScriptTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** A headless browser has no push service. */
    private static final String BROWSER_PART = """
            let mine = null;
            const one = {
              toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
              unsubscribe: async () => { mine = null; return true; },
            };
            PushManager.prototype.getSubscription = async () => mine;
            PushManager.prototype.subscribe = async options => {
              window.keyBytes = options.applicationServerKey.length;
              return mine = one;
            };
            Notification.requestPermission = async () => 'granted';
            """;

    private record Call(String method, String path, String token, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private WebRig rig;
    private Playwright playwright;
    private Page page;

    @BeforeEach
    void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: apt-get install chromium fonts-noto-core");
        rig = new WebRig();
        rig.router.get("/push/v1/key").handler(context -> context.json(Map.of("key", "A".repeat(87))));
        rig.router
                .route("/push/v1/subscriptions*")
                .handler(BodyHandler.create(false))
                .handler(context -> {
                    HttpServerRequest request = context.request();
                    String token = request.getHeader("Authorization");
                    calls.add(new Call(
                            request.method().name(),
                            String.valueOf(request.path()),
                            token == null ? "" : token,
                            String.valueOf(context.body().asString())));
                    if (request.method().equals(HttpMethod.POST)) {
                        context.response().setStatusCode(201).end("{\"id\":\"s1\",\"manageToken\":\"t1\"}");
                    } else if (request.method().equals(HttpMethod.GET)) {
                        context.response()
                                .end(
                                        "{\"languages\":[\"es\",\"ar\"],\"areas\":[\"D03\"],\"topics\":[],\"level\":\"all\",\"format\":\"plain\"}");
                    } else {
                        context.response()
                                .setStatusCode(request.method().equals(HttpMethod.DELETE) ? 204 : 200)
                                .end();
                    }
                });
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        BrowserContext context = browser.newContext();
        context.addInitScript(BROWSER_PART);
        page = context.newPage();
        page.navigate(rig.base + "/en/subscribe");
    }

    @AfterEach
    void stop() {
        if (rig != null) {
            playwright.close();
            rig.close();
        }
    }

    @Test
    void shouldSendNothingWithoutConsent() {
        page.locator("#push-save").click();

        awaitStatus("Please agree first");
        assertThat(calls).isEmpty();
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("consent");
    }

    @Test
    void shouldSignUpChangeAndEnd() throws Exception {
        page.locator("[name=area][value=D01]").check();
        page.locator("[name=topic][value=water]").check();
        page.locator("[name=consent]").check();
        page.locator("#push-save").click();
        awaitStatus("You are signed up.");
        JsonNode sent = Json.mapper().readTree(calls.getFirst().body());
        assertThat(calls.getFirst().path()).isEqualTo("/push/v1/subscriptions");
        assertThat(sent.at("/subscription/endpoint").asText()).isEqualTo("https://push.example/1");
        assertThat(sent.path("consent").asBoolean()).isTrue();
        assertThat(sent.path("languages")).hasToString("[\"en\"]");
        assertThat(sent.path("areas")).hasToString("[\"D01\"]");
        assertThat(sent.path("topics")).hasToString("[\"water\"]");
        assertThat(sent.path("level").asText()).isEqualTo("severe");
        assertThat(sent.path("format").asText()).isEqualTo("standard");
        assertThat(page.evaluate("window.keyBytes")).isEqualTo(65);

        page.reload();
        await().until(() -> page.locator("[name=area][value=D03]").isChecked());
        assertThat(page.locator("#language").inputValue()).isEqualTo("es");
        assertThat(page.locator("#push-consent").isVisible()).isFalse();
        page.locator("[name=area][value=D03]").uncheck();
        page.locator("#push-save").click();
        awaitStatus("Your changes are saved.");
        Call patch = calls.getLast();
        assertThat(patch.method() + patch.path() + patch.token()).isEqualTo("PATCH/push/v1/subscriptions/s1Bearer t1");
        assertThat(patch.body()).contains("\"areas\":[\"ALL\"]").doesNotContain("endpoint");

        page.locator("#push-end").click();
        awaitStatus("Ended.");
        assertThat(calls.getLast().method()).isEqualTo("DELETE");
        page.reload();
        assertThat(page.locator("#push-end").isVisible()).isFalse();
    }

    private void awaitStatus(String text) {
        await().until(() -> page.locator("#push-status").innerText().startsWith(text));
    }
}
