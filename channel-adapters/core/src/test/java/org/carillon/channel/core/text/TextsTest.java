package org.carillon.channel.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.channel.core.testkit.Tasks.alert;
import static org.carillon.channel.core.testkit.Tasks.reply;

import java.util.Map;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts("sms", reply -> "Answer " + reply.replyId(), String::length);

    private static Rendition rendition(String channel, String body) {
        return new Rendition(channel, "en", ContentFormat.STANDARD, body, Map.of());
    }

    @Test
    void shouldGiveTheFrozenTextToTheLetter() {
        String key = alert(1).rendition().path();
        assertThat(texts.of(alert(1))).isEmpty();

        texts.apply(key, rendition("sms", "Boil your water"));
        assertThat(texts.of(alert(1))).contains(new Text("Boil your water", 15));

        texts.apply(key, null);
        assertThat(texts.of(alert(1))).isEmpty();
    }

    @Test
    void shouldPassOverOtherChannels() {
        texts.apply(alert(1).rendition().path(), rendition("web", "<p>"));

        assertThat(texts.of(alert(1))).isEmpty();
    }

    @Test
    void shouldRenderAnswers() {
        assertThat(texts.of(reply("r1", new ContactId(1, 2)))).contains(new Text("Answer r1", 9));
        Texts broken = new Texts(
                "sms",
                reply -> {
                    throw new IllegalArgumentException("no such language");
                },
                String::length);
        assertThat(broken.of(reply("r1", new ContactId(1, 2)))).isEmpty();
    }

    @Test
    void shouldNotShowTheText() {
        assertThat(new Text("secret", 1).toString()).doesNotContain("secret");
    }
}
