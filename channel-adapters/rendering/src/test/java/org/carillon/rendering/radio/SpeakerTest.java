package org.carillon.rendering.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call 555-0134 now|Call 5 5 5, 0 1 3 4 now.",
                "Call 5550134|Call 5 5 5, 0 1 3 4.",
                "Call +351 912 345 678.|Call plus 3 5 1, 9 1 2, 3 4 5, 6 7 8.",
                "Call (021) 555-0134|Call 0 2 1, 5 5 5, 0 1 3 4.",
                "In danger call 112!|In danger call 1 1 2!",
                "Boil it for 1 minute|Boil it for 1 minute.",
                "Wait 10-15 minutes|Wait 10 to 15 minutes.",
                "About 10,000 homes|About 10,000 homes.",
                "About 10 000 homes|About 10 000 homes.",
                "Until 21:00|Until 9 at night.",
                "Open 08:00-20:00|Open 8 in the morning to 8 in the evening.",
                "On 22/11/2026 at 9|On 22/11/2026 at 9.",
                "In 2026 and 2027|In 2026 and 2027.",
                "Case A1234567|Case A 1 2 3, 4 5 6 7.",
                "Look at https://www.water.example/boil?x=1.|Look at water dot example.",
                "Look at www.a1-b.example/x, then act|Look at the website that the written notice names, then act.",
                "Look at water.example.org today|Look at water dot example dot org today.",
                "Write to help@water.example.|Write to the e-mail address in the written notice.",
                "Winds of 120 km/h|Winds of 120 kilometres per hour.",
                "Stay 1 km away|Stay 1 kilometre away.",
                "About 5% & 30°C|About 5 percent and 30 degrees Celsius.",
                "Stay in *now* #safe|Stay in now safe.",
                "٥٥٥-٠١٣٤|5 5 5, 0 1 3 4.",
            })
    void shouldSayWhatIsWritten(String written, String spoken) {
        assertThat(speaker("en").speak(written).text()).isEqualTo(spoken);
    }

    @Test
    void shouldMakeSentencesOfLines() {
        SpokenText spoken = speaker("en").speak("Take with you:\n- water\n- medicine\nQuestions? Call\n0134\n");

        assertThat(spoken.text()).isEqualTo("Take with you: water. medicine. Questions? Call 0 1 3 4.");
        assertThat(spoken.dialled()).containsExactly("0 1 3 4");
    }

    @Test
    void shouldSayFiguresInWordsWhereALineRunsFromTheRight() {
        assertThat(speaker("ar").speak("اتصلوا على\n555-0134").text())
                .isEqualTo("اتصلوا على خمسة خمسة خمسة، صفر واحد ثلاثة أربعة.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-Hans|请拨打112。|请拨打1 1 2。",
                "zh-Hans|阵风达50km/h的风|阵风达50 公里每小时的风。",
                "zh-Hans|见www.a1-b.example。请勿外出。|见书面通知中列出的网站。请勿外出。",
                "zh-Hans|网站www.water.example提供说明。|网站water 点 example提供说明。",
                "zh-Hans|2026年11月22日|2026年11月22日。",
                "hi|www.a1-b.example।|लिखित सूचना में दी गई वेबसाइट।",
                "ur|www.a1-b.example۔|تحریری اطلاع میں دی گئی ویب سائٹ۔",
            })
    void shouldFindNumbersAndAddressesInEveryScript(String language, String written, String spoken) {
        assertThat(speaker(language).speak(written).text()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Flood.|Flood",
                "en|Flood…|Flood",
                "en|Is your water safe?|Is your water safe",
                "bn|বন্যা।|বন্যা",
                "bn|পুরাতন শহর|পুরাতন শহর",
                "hi|बाढ़|बाढ़",
                "hi|नागरिक सुरक्षा।|नागरिक सुरक्षा",
                "zh-Hans|洪水|洪水",
                "zh-Hans|民防局。|民防局",
                "ur|سیلاب۔|سیلاب",
                "ur|پرانا شہر|پرانا شہر",
                "ar|فيضان؟|فيضان",
                "ar|المدينة القديمة|المدينة القديمة",
            })
    void shouldNotEndTheSentenceThatANameStandsIn(String language, String name, String phrase) {
        assertThat(speaker(language).phrase(name)).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|Lieu : rue du Port 3|Lieu : rue du Port 3.",
                "en|Listen ** : the radio|Listen: the radio.",
                "ur|شدید گرمی|شدید گرمی۔",
                "ur|سڑک بند: Mill Street 3|سڑک بند: Mill Street 3۔",
                "hi|सड़क बंद: Mill Street 3|सड़क बंद: Mill Street 3।",
                "bn|রাস্তা বন্ধ: Mill Street 3|রাস্তা বন্ধ: Mill Street 3।",
                "zh-Hans|道路封闭：Mill Street|道路封闭：Mill Street。",
                "ar|طريق مغلق: Mill Street|طريق مغلق: Mill Street.",
                "en|Closed: 北京路|Closed: 北京路.",
            })
    void shouldCloseASentenceAsTheLanguageDoes(String language, String written, String spoken) {
        assertThat(speaker(language).speak(written).text()).isEqualTo(spoken);
    }

    @Test
    void shouldLeaveThePointInACatalanWord() {
        assertThat(speaker("ca").speak("· al·lèrgies · asma").text()).isEqualTo("al·lèrgies asma.");
    }

    /** A sign of full width holds the space that follows it. */
    @Test
    void shouldSetNoSpaceBehindChinesePunctuation() {
        assertThat(speaker("zh-Hans").speak("请带上：\n- 水\n- 药\n请拨打\n555-0134").text())
                .isEqualTo("请带上：水。药。请拨打 5 5 5，0 1 3 4。");
        assertThat(speaker("zh-Hans").speak("停水， 请储水。 谢谢").text()).isEqualTo("停水，请储水。谢谢。");
    }

    @Test
    void shouldHaveNothingToSay() {
        assertThat(speaker("es").speak(null)).isEqualTo(SpokenText.NOTHING);
        assertThat(speaker("es").speak(" \n ").text()).isEmpty();
    }

    @Test
    void shouldNotLeaveOpenWhichMidnightIsMeant() {
        SpokenTimes times = new SpokenTimes(CATALOGUE, LocalStyle.of("GB"));
        ZonedDateTime midnight = ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, ZoneId.of("Europe/Lisbon"));

        assertThat(times.time(midnight, "en")).isEqualTo("midnight, at the very beginning of Monday 23 November");
        assertThat(times.time(midnight.plusMinutes(1), "es"))
                .isEqualTo("1 minuto después de la medianoche, al comenzar el lunes, 23 de noviembre");
        assertThat(times.time(midnight.plusHours(18), "en")).isEqualTo("Monday 23 November at 6 in the evening");
        assertThat(times.time(midnight.plusHours(7), "ar"))
                .doesNotContain("7 ص.")
                .contains("صباح");
    }

    @Test
    void shouldTakeTimeForFiguresAndPauses() {
        SpeakingPace pace = new SpeakingPace(CATALOGUE);

        assertThat(pace.seconds("en", "")).isZero();
        assertThat(pace.seconds("en", "one ".repeat(165))).isEqualTo(60);
        assertThat(pace.seconds("en", "5 5 5, 0 1 3 4.")).isEqualTo(pace.seconds("en", "a a a, a a a a."));
        assertThat(pace.seconds("en", "A.\n\nB.")).isGreaterThan(pace.seconds("en", "A B"));
        assertThat(pace.seconds("en", "水".repeat(230))).isEqualTo(60);
    }

    private static Speaker speaker(String language) {
        return new Speaker(CATALOGUE, LocalStyle.of("GB"), language, "112");
    }
}
