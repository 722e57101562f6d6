package org.carillon.channel.push.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.testkit.Tasks;
import org.carillon.channel.push.NodePeer;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PushContact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we send, opened and checked by the libraries that most senders and their tests use. */
class ReferenceSenderTest {
    @Test
    void shouldBeOpenedByTheReferenceLibrary() throws Exception {
        try (NodePeer peer = NodePeer.start()) {
            // Given
            JsonObject keys = peer.ask("keys", new JsonObject());
            PushContact contact =
                    new PushContact("https://push.example/x", keys.getString("p256dh"), keys.getString("auth"));
            for (String payload : List.of("{}", PushRig.payload("a", "اغلوا الماء قبل شربه 😀"), "x".repeat(2500))) {
                // When
                PushRequest request = PushRequest.of(
                        new Message(Tasks.alert(0), payload, 1, Instant.now().plusSeconds(60)), contact, Instant.now());
                String body = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(request.body().toBytes());
                // Then
                assertThat(peer.ask("open", new JsonObject().put("body", body)).getString("payload"))
                        .isEqualTo(payload);
                assertThat(request.body().length()).isLessThanOrEqualTo(4096);
            }
        }
    }

    @Test
    void shouldBeIdentifiedByTheReferenceLibrary(@TempDir Path folder) throws Exception {
        try (NodePeer peer = NodePeer.start()) {
            KeyRing ring = KeyRing.open(folder.resolve("keys"), List.of(PushRig.PURPOSE), Clock.systemUTC());
            Vapid vapid = new Vapid(ring.vapidKeys(), URI.create("mailto:operator@example.org"), Clock.systemUTC());

            JsonObject answer = peer.ask(
                    "identify",
                    new JsonObject()
                            .put("authorization", vapid.header(URI.create("https://push.example/send/x?y=z")))
                            .put("audience", "https://push.example"));

            assertThat(answer.getBoolean("signed")).isTrue();
            assertThat(answer.getString("audience")).isEqualTo("https://push.example");
            assertThat(answer.getBoolean("sameHeader")).isTrue();
            assertThat(answer.getBoolean("sameClaims")).isTrue();
        }
    }
}
