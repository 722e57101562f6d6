package org.carillon.channel.radio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.carillon.channel.radio.Fixtures;
import org.carillon.channel.radio.bulletin.Bulletin;
import org.carillon.channel.radio.bulletin.Bulletin.Form;
import org.carillon.channel.radio.bulletin.Bulletin.Told;
import org.carillon.schemas.cap.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SsmlBulletinTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void shouldSayTheSameWordsAsTheText(String language) throws Exception {
        Bulletin bulletin =
                bulletin(Fixtures.told("x", Severity.SEVERE).script(language, 2).body());

        Document ssml = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SsmlBulletin.of(bulletin))));

        assertThat(words(ssml.getDocumentElement().getTextContent())).isEqualTo(words(bulletin.text()));
        assertThat(ssml.getDocumentElement().getAttribute("xml:lang")).isEqualTo(bulletin.language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b> & \"c\" \u0007", "Plan B 5 people", "12:40"})
    void shouldKeepWhateverTextsSay(String text) throws Exception {
        Document ssml = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SsmlBulletin.of(bulletin(text)))));

        assertThat(words(ssml.getDocumentElement().getTextContent()))
                .isEqualTo(words(bulletin(text).text().replace('\u0007', ' ')));
        assertThat(HtmlBulletin.of(bulletin(text), false)).doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<say-as interpret-as=\"digits\">5 5 5</say-as>, <say-as interpret-as=\"digits\">0 1 3 4</say-as>",
                "<say-as interpret-as=\"characters\">4 F 7 K</say-as>",
                "<say-as interpret-as=\"time\" format=\"hms24\">21:00</say-as>",
                "<say-as interpret-as=\"time\" format=\"hms12\">2:05</say-as> in the afternoon"
            })
    void shouldMarkWhatIsReadSignBySign(String marked) {
        assertThat(SsmlBulletin.of(
                        bulletin("Call 5 5 5, 0 1 3 4. Code: 4 F 7 K, 9 2 Q X. Until 21:00 or 2:05 in the afternoon.")))
                .contains(marked);
    }

    private static Bulletin bulletin(String text) {
        Told told = new Told(Fixtures.told("x", Severity.SEVERE).id(), Severity.SEVERE, Form.FULL, text, 1);
        return new Bulletin("id", "en", 60, 30, "Intro.", List.of(told), List.of(), "End.", null);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
