package org.carillon.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.resident.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListReaderTest {
    private static final String HEADER = "contact,language,areas,topics,level,format,consentAt,consentText,proof\n";
    private static final String AT = "2024-05-31T18:00:00+02:00";

    private static final ListReader READER = new ListReader(TestHub.CITY.pack(), TestHub.CLOCK);

    private final ListReader reader = READER;

    @Test
    void shouldReadALineByTheWordsOfTheCity() {
        NumberList list = read(HEADER + "+34 612 345 678,ES,70101;old harbour;D03 faro,Water health,ALL,plain," + AT
                + ",\"Sí, avísenme.\",archivo 12\n");

        assertThat(list.refused()).isEmpty();
        assertThat(list.entries())
                .containsExactly(new Entry(
                        2,
                        E164.of("+34612345678"),
                        new Preferences(
                                List.of("es"),
                                List.of("D01", "D02", "D03"),
                                List.of("health", "water"),
                                Level.ALL,
                                ContentFormat.PLAIN),
                        Instant.parse("2024-05-31T16:00:00Z"),
                        "Sí, avísenme.",
                        "archivo 12"));
        assertThat(list.toString() + list.entries()).doesNotContain("612");
    }

    @Test
    void shouldTakeColumnsInAnyOrderAndTheUsualWishes() {
        NumberList list =
                read("proof,consentText,CONSENTAT,areas,language,contact\np,t," + AT + ",all,ar en,+34612345678");

        assertThat(list.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.preferences().districts()).hasSize(10);
            assertThat(entry.preferences().languages()).containsExactly("ar", "en");
            assertThat(entry.preferences().level()).isEqualTo(Level.SEVERE);
            assertThat(entry.preferences().format()).isEqualTo(ContentFormat.STANDARD);
            assertThat(entry.preferences().topics()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ,en,D01,,,,@,t,p                    | CONTACT         | contact
            612345678,en,D01,,,,@,t,p           | CONTACT         | contact
            +34 612,en,D01,,,,@,t,p             | CONTACT         | contact
            +34912345678,en,D01,,,,@,t,p        | CONTACT-NO-SMS  | contact
            +34612345678,,D01,,,,@,t,p          | LANGUAGE        | language
            +34612345678,tlh,D01,,,,@,t,p       | LANGUAGE        | language
            +34612345678,en es ar,D01,,,,@,t,p  | LANGUAGE        | language
            +34612345678,en,,,,,@,t,p           | AREAS           | areas
            +34612345678,en,D01;D99,,,,@,t,p    | AREAS           | areas
            +34612345678,en,the,,,,@,t,p        | AREAS           | areas
            +34612345678,en,D01,cats,,,@,t,p    | TOPICS          | topics
            +34612345678,en,D01,,loud,,@,t,p    | LEVEL           | level
            +34612345678,en,D01,,,pretty,@,t,p  | FORMAT          | format
            +34612345678,en,D01,,,,,t,p         | CONSENT-AT      | consentAt
            +34612345678,en,D01,,,,2024-05-31T18:00:00,t,p  | CONSENT-AT | consentAt
            +34612345678,en,D01,,,,-999999999-01-01T00:00:00Z,t,p | CONSENT-AT | consentAt
            +34612345678,en,D01,,,,2026-11-22T12:00:01Z,t,p | CONSENT-AT | consentAt
            +34612345678,en,D01,,,,@, ,p        | CONSENT-TEXT    | consentText
            +34612345678,en,D01,,,,@,t,         | PROOF           | proof
            +34612345678,en,D01                 | CELLS           | ``
            """)
    void shouldRefuseALineAndSayWhyWithoutTheNumber(String line, String rule, String column) {
        NumberList list = read(HEADER + line.replace("@", AT) + "\n+34600000001,en,D01,,,," + AT + ",t,p\n");

        assertThat(list.entries()).as("the others are taken").hasSize(1);
        assertThat(list.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.column()).isEqualTo(column);
            assertThat(refusal.message()).isNotBlank().doesNotContain("612").endsWith(".");
        });
    }

    @Test
    void shouldNameTheLanguageThatTheCityLacksButNothingElseThatStandsThere() {
        assertThat(read(HEADER + "+34612345678,tlh,D01,,,," + AT + ",t,p").refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).contains("tlh"));
        assertThat(read(HEADER + "en,+34612345678,D01,,,," + AT + ",t,p")
                        .refused()
                        .toString())
                .doesNotContain("612");
        assertThat(read(HEADER + "+34612345679,+34612345678,D01,,,," + AT + ",t,p")
                        .refused()
                        .toString())
                .contains("LANGUAGE")
                .doesNotContain("612");
    }

    @Test
    void shouldRefuseASecondLineOfANumberWithTheLineOfTheFirst() {
        String rest = ",en,D01,,,," + AT + ",t,p\n";

        NumberList list = read(HEADER + "+34612345678,en,D01,,,," + AT + ",t,\n+34612345678" + rest
                + "\"+34 612\n345678\"" + rest + "+34 612 34 56 78" + rest);

        assertThat(list.entries()).extracting(Entry::line).containsExactly(3);
        assertThat(list.refused())
                .extracting(Refusal::line, Refusal::rule)
                .containsExactly(tuple(2, "PROOF"), tuple(4, "CONTACT-TWICE"), tuple(6, "CONTACT-TWICE"));
        assertThat(list.refused().getLast().message()).contains("line 3");
    }

    @Property(tries = 300)
    void shouldTakeOrRefuseEveryLineAndRepeatNoDigitsOfIt(@ForAll("cells") List<List<String>> rows) {
        String table = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        NumberList list = READER.read((HEADER + table).getBytes(StandardCharsets.UTF_8));

        assertThat(list.lines()).isEqualTo(rows.size());
        assertThat(list.refused().toString()).doesNotContain("987654");
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        Arbitrary<String> cell = Arbitraries.of(
                "+34698765432",
                "698765432 987654",
                "987654",
                "en",
                "es",
                "tl-987654",
                "D01",
                "old harbour 987654",
                "all",
                "987654-01-01T00:00:00Z",
                AT,
                "p \u0000 \uD83D\uDE00",
                "x".repeat(1001),
                " ,\"\r");
        Arbitrary<List<String>> any = cell.list().ofMinSize(2).ofMaxSize(10);
        Arbitrary<List<String>> ofAContact = cell.list()
                .ofSize(8)
                .map(rest ->
                        Stream.concat(Stream.of("+34698765432"), rest.stream()).toList());
        return Arbitraries.oneOf(any, ofAContact).list().ofMinSize(1).ofMaxSize(6);
    }

    @Test
    void shouldRefuseAListWhoseColumnsAreNotRight() {
        assertThat(violations("contact,language,name,areas,areas,consentAt,consentText\n"))
                .extracting(CapViolation::message)
                .satisfiesExactlyInAnyOrder(
                        twice -> assertThat(twice).contains("two columns areas"),
                        unknown -> assertThat(unknown).contains("no column name"),
                        missing -> assertThat(missing).contains("proof is missing"));
        assertThat(violations("+34612345678,en,D01\n"))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.message()).contains("first line").doesNotContain("612"));
        assertThat(violations("contact;language;areas\n").toString()).contains("commas");
        assertThat(violations("contact,+34612345678\n").toString()).doesNotContain("612");
        assertThatThrownBy(() -> read("\n")).isInstanceOf(ProblemException.class);
    }

    private static List<CapViolation> violations(String text) {
        try {
            new ListReader(TestHub.CITY.pack(), TestHub.CLOCK).read(text.getBytes(StandardCharsets.UTF_8));
            throw new AssertionError("taken");
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(422);
            return e.problem().violations();
        }
    }

    private NumberList read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
