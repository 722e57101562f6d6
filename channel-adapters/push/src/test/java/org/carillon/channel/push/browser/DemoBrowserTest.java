package org.carillon.channel.push.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Base64;
import org.carillon.channel.push.NodePeer;
import org.junit.jupiter.api.Test;

class DemoBrowserTest {
    private final DemoBrowser browser = new DemoBrowser(URI.create("http://127.0.0.1:1/push/x"), "key");

    @Test
    void shouldOpenWhatTheReferenceLibrarySends() throws Exception {
        try (NodePeer peer = NodePeer.start()) {
            String payload = "{\"id\":\"a\",\"tag\":\"t\",\"body\":\"اغلوا الماء\"}";
            JsonObject keys = new JsonObject(browser.subscription().path("keys").toString());
            String body = peer.ask("encrypt", keys.put("payload", payload)).getString("body");

            browser.take(Base64.getUrlDecoder().decode(body), "", "high", 60);
            browser.take(Base64.getUrlDecoder().decode(body), "", "high", 60);

            assertThat(browser.received())
                    .hasSize(2)
                    .allSatisfy(got -> assertThat(got.payload()).isEqualTo(payload));
            assertThat(browser.shown()).hasSize(1);
            assertThat(browser.duplicates()).isEqualTo(1);
        }
    }

    @Test
    void shouldCountWhatItCannotOpen() {
        browser.take(new byte[200], "", "high", 60);
        browser.take(new byte[3], "", "high", 60);

        assertThat(browser.unreadable()).isEqualTo(2);
        assertThat(browser.received()).isEmpty();
    }
}
