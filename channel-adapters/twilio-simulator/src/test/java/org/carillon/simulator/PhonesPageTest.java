package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhonesPageTest {
    @TempDir
    Path data;

    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed(data);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void shouldShowPhonesWithEveryTextEscapedAndInItsDirection() {
        bed.send(TestBed.PHONE, "<script>alert('x')</script> & \"more\"");
        bed.send("+15550100999", "اغلوا الماء");

        HttpResponse<String> response = bed.get("/");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(response.body())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script")
                .contains("<p dir=\"auto\">اغلوا الماء</p>")
                .contains(TestBed.PHONE)
                .contains("+15550100999")
                .doesNotContain("https://");
    }

    @Test
    void shouldShowNothingYet() {
        assertThat(bed.get("/").body()).contains("No messages yet").doesNotContain("http-equiv");
        assertThat(bed.get("/?refresh=5").body()).contains("http-equiv=\"refresh\"");
    }

    @Test
    void shouldTextTheHubByForm() {
        HttpResponse<String> response = bed.postForm("/", Map.of("from", "+1 (555) 010-0123", "body", "JOIN\r\nD01"));

        assertThat(response.statusCode()).isEqualTo(303);
        String location = response.headers().firstValue("Location").orElse("");
        assertThat(location).startsWith("/?phone=%2B15550100123");
        assertThat(bed.hub.calls("/inbound").getFirst().field("Body")).isEqualTo("JOIN\nD01");
        assertThat(bed.get(location).body()).contains("The hub has it").contains("JOIN\nD01");
    }

    @Test
    void shouldShowOnePhoneOnly() {
        bed.send(TestBed.PHONE, "for you");
        bed.send("+15550100999", "for others");

        assertThat(bed.get("/?phone=" + TestBed.encoded(TestBed.PHONE)).body())
                .contains("for you")
                .doesNotContain("for others");
    }

    @Test
    void shouldRefuseBadForms() {
        assertThat(bed.postForm("/", Map.of("from", "me", "body", "JOIN")).statusCode())
                .isEqualTo(400);
        assertThat(bed.postForm("/", Map.of("from", TestBed.PHONE, "body", " ")).statusCode())
                .isEqualTo(400);
        assertThat(bed.postForm("/", Map.of("from", "me", "body", "JOIN")).body())
                .contains("Not sent: a phone number looks like");
        assertThat(bed.get("/?phone=%3Cb%3E").statusCode()).isEqualTo(400);
        assertThat(bed.get("/nowhere").statusCode()).isEqualTo(404);
    }
}
