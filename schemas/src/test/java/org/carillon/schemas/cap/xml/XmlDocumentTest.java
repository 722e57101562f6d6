package org.carillon.schemas.cap.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlDocumentTest {
    private static final XmlReader READER = new XmlReader(new XmlLimits(100_000, 10, 100), "urn:a", "a");

    @Test
    void shouldFindAttributesHoweverTheyAreWritten() {
        XmlDocument document =
                read("<a xmlns='urn:a'><!-- <l x='0'/> --><l rel = \"a'b>\"\n\thref='x?a=1&amp;b=&quot;2' x:href='no'"
                        + " xmlns:x='urn:x'/><l/><l >t</l></a>");
        List<XmlElement> links = document.root().all("l");

        assertThat(document.attribute(links.get(0), "href")).contains("x?a=1&b=\"2");
        assertThat(document.attribute(links.get(0), "rel")).contains("a'b>");
        assertThat(document.attribute(links.get(0), "none")).isEmpty();
        assertThat(document.attribute(links.get(1), "href")).isEmpty();
        assertThat(document.attribute(links.get(2), "href")).isEmpty();
    }

    @Test
    void shouldLetADeepElementStandAlone() {
        XmlDocument document = read("<a xmlns='urn:a' xmlns:r='urn:r'><b xmlns:m='urn:m'><m:c r:x='1'>t</m:c></b></a>");
        XmlElement b = document.root().first("b").orElseThrow();

        String alone = document.standalone(b.children().getFirst(), List.of(b));

        assertThat(alone).isEqualTo("<m:c xmlns=\"urn:a\" xmlns:m=\"urn:m\" xmlns:r=\"urn:r\" r:x='1'>t</m:c>");
    }

    @Test
    void shouldGoBackIntoTheSameBytes() {
        String text = "<a xmlns='urn:a'>ü</a>";
        byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);

        XmlDocument document = ((XmlReading.Parsed) READER.read(wide)).document();

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.encode(document.text())).isEqualTo(wide);
    }

    private static XmlDocument read(String text) {
        return ((XmlReading.Parsed) READER.read(text.getBytes(StandardCharsets.UTF_8))).document();
    }
}
