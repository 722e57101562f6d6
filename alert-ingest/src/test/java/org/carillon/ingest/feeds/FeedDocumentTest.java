package org.carillon.ingest.feeds;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.feeds.FeedDocument.Reading;
import org.carillon.ingest.signature.CapSigner;
import org.carillon.ingest.signature.SignatureVerifier;
import org.carillon.ingest.signature.TestIdentity;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDocumentTest {
    @Test
    void shouldFindTheCapLinksOfAtom() {
        List<Entry> entries = entries("""
                <?xml version="1.0"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">
                  <title>All</title><link href="https://a.example/self" rel="self"/>
                  <entry><id>1</id><link rel="alternate" type="text/html" href="https://a.example/1.html"/>
                    <link type="application/cap+xml" href="https://a.example/1.cap?x=1&amp;y=2"/><cap:event>Wind</cap:event></entry>
                  <entry><id>2</id><link rel="related" href="no"/><link href="2.cap"/></entry>
                  <entry><id>3</id></entry>
                </feed>
                """);

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0))
                .isInstanceOfSatisfying(
                        Entry.Linked.class,
                        linked -> assertThat(linked.href()).isEqualTo("https://a.example/1.cap?x=1&y=2"));
        assertThat(entries.get(1))
                .isInstanceOfSatisfying(
                        Entry.Linked.class, linked -> assertThat(linked.href()).isEqualTo("2.cap"));
        assertThat(entries.get(2)).isInstanceOf(Entry.Bare.class);
        assertThat(entries).extracting(Entry::key).doesNotHaveDuplicates();
    }

    @Test
    void shouldFindTheLinksOfRss() {
        List<Entry> entries = entries("""
                <rss version="2.0"><channel><title>All</title><link>https://a.example/</link>
                  <item><title>a &amp; b</title><link> https://a.example/1.xml </link><guid>1</guid>
                    <description><![CDATA[<b>bold</b>]]></description></item>
                  <item><link>https://a.example/2.html</link>
                    <enclosure url="https://a.example/2.cap" length="1" type="application/cap+xml"/></item>
                </channel></rss>
                """);

        assertThat(entries)
                .extracting(entry -> ((Entry.Linked) entry).href())
                .containsExactly("https://a.example/1.xml", "https://a.example/2.cap");
    }

    @Test
    void shouldKeepAnEmbeddedMessageAsItWasSigned() {
        // Given
        String signed = new String(
                new CapSigner(TestIdentity.HUB)
                        .sign(TestHub.bytes(TestHub.cap(
                                "a", "Alert", "", TestHub.info("ar", "اغلوا الماء", TestHub.district("D01"))))),
                UTF_8);
        String alert = signed.substring(signed.indexOf("<alert"));

        // When
        Entry entry = entries("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='urn:x'><entry><id>1</id>"
                        + "<content type='text/xml'>" + alert + "</content><link href='x'/></entry></feed>")
                .getFirst();

        // Then
        byte[] message = ((Entry.Embedded) entry).message().toByteArray();
        assertThat(CapReader.read(message)).isInstanceOf(CapReading.Valid.class);
        assertThat(new SignatureVerifier()
                        .check(message, List.of(TestIdentity.pinned()), TestHub.NOON)
                        .state())
                .isEqualTo(SignatureState.VALID);
    }

    @Test
    void shouldKnowAnItemThatHasNotChanged() {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><link href='a'/></entry></feed>";

        assertThat(entries(feed)).isEqualTo(entries("<!-- later -->" + feed.replace("</feed>", "<updated/></feed>")));
        assertThat(entries(feed)).isNotEqualTo(entries(feed.replace("<id>", "<updated>x</updated><id>")));
    }

    @Test
    void shouldLookAtAThousandItems() {
        String items = "<entry><link href='a'/></entry>".repeat(1200);

        assertThat(read("<feed xmlns='http://www.w3.org/2005/Atom'>" + items + "</feed>"))
                .isInstanceOfSatisfying(Reading.Items.class, all -> {
                    assertThat(all.entries()).hasSize(1000);
                    assertThat(all.leftOut()).isEqualTo(200);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html/>",
                "<rss/>",
                "<feed/>",
                "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item>&a;</item></channel></rss>",
                "<rss><channel><item>&nbsp;</item></channel></rss>",
                "<rss><channel><item></channel></rss>"
            })
    void shouldSayWhyAFeedCannotBeRead(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isNotBlank());
    }

    @Test
    void shouldRefuseWhatIsTooLargeOrTooDeep() {
        assertThat(FeedDocument.read(new byte[FeedDocument.MOST_BYTES + 1])).isInstanceOf(Reading.Unreadable.class);
        assertThat(read("<rss>" + "<a>".repeat(10_000))).isInstanceOf(Reading.Unreadable.class);
        assertThat(FeedDocument.read("\uFEFF<rss><channel><item/></channel></rss>".getBytes(UTF_16LE)))
                .isInstanceOf(Reading.Items.class);
    }

    private static List<Entry> entries(String text) {
        return ((Reading.Items) read(text)).entries();
    }

    private static Reading read(String text) {
        return FeedDocument.read(text.getBytes(UTF_8));
    }
}
