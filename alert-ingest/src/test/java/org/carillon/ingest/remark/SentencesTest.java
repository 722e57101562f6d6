package org.carillon.ingest.remark;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.ingest.console.page.Figures;
import org.carillon.ingest.console.page.Tongue;
import org.carillon.ingest.console.page.Tongues;
import org.carillon.rendering.check.Finding;
import org.carillon.rendering.check.Finding.Fact;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.hint.Hint;
import org.carillon.rendering.hint.Matter;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.rules.CapRule;
import org.carillon.schemas.geo.Geocode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    private static final String SAID = "The message says something of a reference.";
    private static final LanguageFacts FIRST = new LanguageFacts(
            "en",
            Severity.SEVERE,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED,
            Instant.parse("2026-11-24T18:00:00Z"),
            Set.of("D01"),
            "Go.");
    private static final LanguageFacts OURS =
            new LanguageFacts("es", Severity.MINOR, Urgency.FUTURE, Certainty.LIKELY, null, Set.of("D02", "D01"), null);

    /** Each kind of remark with what programs are told of it: the API's contract. */
    private static final Map<Remark, Said> API = Map.ofEntries(
            text(
                    new Matter.InCapitals(),
                    "has words in capital letters",
                    "Write them in small letters: they are easier to read, and screen readers may spell capitals."),
            text(
                    new Matter.TooHard("ARI", 12.5, 8),
                    "is hard to read (ARI 13, the limit is 8)",
                    "Write shorter sentences, and everyday words for the longest ones."),
            text(
                    new Matter.TooHard("words", 14.4, 14),
                    "is hard to read (words in a sentence 14, the limit is 14)",
                    "Write shorter sentences, and everyday words for the longest ones."),
            text(
                    new Matter.TooLong(29, 25),
                    "has a sentence of 29 words (at most 25)",
                    "Make two sentences of it, each with one thing to know or to do."),
            text(
                    new Matter.WithoutInstruction(),
                    "does not say what to do",
                    "Say what people should do, the most urgent thing first."),
            text(new Matter.WithoutPlace(List.of()), "names no place", "Say where, best in the first line."),
            text(
                    new Matter.WithoutPlace(List.of("Old Harbour", "Hill")),
                    "names no place",
                    "Say where, best in the first line: Old Harbour, Hill, or a street that people know."),
            text(
                    new Matter.WithoutTime(),
                    "says no time",
                    "Say from when or until when, or that people should act now."),
            text(
                    new Matter.PlainNumbers(List.of("2", "7")),
                    "has 2, 7, which the other texts have not",
                    "Say the same numbers and times in both."),
            text(
                    new Matter.OtherNumbers("en", List.of("3"), List.of("1")),
                    "has 3, not in en; lacks 1 of en",
                    "Say the same numbers and times in every language."),
            text(
                    new Matter.OtherNumbers("en", List.of("3"), List.of()),
                    "has 3, not in en",
                    "Say the same numbers and times in every language."),
            text(
                    new Matter.OtherNumbers("en", List.of(), List.of("30", "5")),
                    "lacks 30, 5 of en",
                    "Say the same numbers and times in every language."),
            text(
                    new Matter.Turned("555-0134"),
                    "readers see 555-0134 in another order",
                    "Write it without spaces or +, on a line of its own."),
            text(
                    new Matter.Milder("en", "Danger"),
                    "sounds milder: en begins with “Danger”, here is no such word",
                    "Say how dangerous it is in the same degree."),
            text(
                    new Matter.Graver("en", "Peligro"),
                    "sounds graver: it begins with “Peligro”, en has no such word",
                    "Say how dangerous it is in the same degree."),
            fact(Fact.SEVERITY, "says MINOR where en says SEVERE"),
            fact(Fact.URGENCY, "says FUTURE where en says IMMEDIATE"),
            fact(Fact.CERTAINTY, "says LIKELY where en says OBSERVED"),
            fact(Fact.EXPIRES, "says null where en says 2026-11-24T18:00:00Z"),
            fact(Fact.AREAS, "says [D01, D02] where en says [D01]"),
            fact(Fact.INSTRUCTION, "does not say what to do"),
            Map.entry(
                    new Remark.UnknownCode("es", new Geocode("carillon:district", "D99")),
                    new Said(
                            "carillon:district=D99 names no district of the city: nobody is warned because of it", "")),
            Map.entry(
                    new Remark.EarlyEnd(Instant.parse("2026-11-23T12:00:00Z"), Instant.parse("2026-11-24T12:00:00Z")),
                    new Said(
                            "The alert ends at 2026-11-23T12:00:00Z, before a time that it names: 2026-11-24T12:00:00Z",
                            "Let the alert end later, or correct the time.")),
            missing(
                    12_345,
                    37,
                    "has no text: 12,345 residents of the area speak this language at home, and 37 subscribers read it and will get another"),
            missing(1, 0, "has no text: 1 resident of the area speaks this language at home"),
            missing(0, 1, "has no text: 1 subscriber reads it and will get another"),
            Map.entry(new Remark.OfReference("REFERENCE_TO_SELF", SAID), new Said(SAID, "")));

    private static Map.Entry<Remark, Said> text(Matter matter, String message, String advice) {
        return Map.entry(new Remark.OfText(new Hint("rule", "es", null, "", matter)), new Said(message, advice));
    }

    private static Map.Entry<Remark, Said> fact(Fact fact, String message) {
        return Map.entry(new Remark.OfFact(new Finding(Finding.Level.ERROR, fact, OURS, FIRST)), new Said(message, ""));
    }

    private static Map.Entry<Remark, Said> missing(long residents, long subscribers, String message) {
        return Map.entry(
                new Remark.MissingLanguage("es", residents, subscribers),
                new Said(message, "Add it, or a language that its readers know."));
    }

    @Test
    void shouldTellProgramsWhatItAlwaysDid() {
        Sentences english = Sentences.english();

        API.forEach(
                (remark, said) -> assertThat(english.of(remark, Naming.CODES)).isEqualTo(said));
    }

    /** A rule that is added has to be added above, and then wants a sentence in every language. */
    @Test
    void shouldKnowEveryKindOfRemark() {
        assertThat(kinds(API.keySet().stream())).containsExactlyInAnyOrder(Remark.class.getPermittedSubclasses());
        assertThat(kinds(texts().map(hint -> hint.hint().matter())))
                .containsExactlyInAnyOrder(Matter.class.getPermittedSubclasses());
        assertThat(API.keySet().stream()
                        .filter(Remark.OfFact.class::isInstance)
                        .map(remark -> ((Remark.OfFact) remark).finding().fact()))
                .containsExactlyInAnyOrder(Fact.values());
    }

    private static Stream<Remark.OfText> texts() {
        return API.keySet().stream().filter(Remark.OfText.class::isInstance).map(Remark.OfText.class::cast);
    }

    private static Set<Class<?>> kinds(Stream<?> all) {
        return all.map(Object::getClass).collect(Collectors.toSet());
    }

    static List<String> translated() {
        return Tongues.load().all().stream()
                .map(Tongue::code)
                .filter(code -> !code.equals("en"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void shouldSayEveryRemarkInEveryLanguage(String language) {
        Sentences sentences = Sentences.load(language);

        API.forEach((remark, english) -> {
            Said said = sentences.of(remark, Naming.CODES);
            assertThat(said.advice().isEmpty())
                    .as(said.message())
                    .isEqualTo(english.advice().isEmpty());
            assertThat(said.message())
                    .isNotBlank()
                    .isNotEqualTo(english.message())
                    .doesNotContain("{", "}");
            assertThat(said.advice()).doesNotContain("{", "}");
            assertThat(said.advice().isEmpty() || !said.advice().equals(english.advice()))
                    .as(said.advice())
                    .isTrue();
        });
        Arrays.stream(CapRule.values())
                .map(CapRule::name)
                .filter(rule -> rule.startsWith("REFERENCE_"))
                .forEach(rule -> assertThat(sentences
                                .of(new Remark.OfReference(rule, SAID), Naming.CODES)
                                .message())
                        .as(rule)
                        .isNotEqualTo(SAID));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void shouldFillInTheSameAndCountAsTheLanguageDoes(String language) {
        Patterns english = Patterns.load("en");
        Patterns ours = Patterns.load(language);
        Set<String> plurals = new TreeSet<>(
                PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords());

        assertThat(ours.formats().keySet()).isEqualTo(english.formats().keySet());
        ours.formats().forEach((key, format) -> {
            Set<String> arguments = arguments(format);
            if (key.equals("reference.message")) {
                arguments.remove("rule");
            }
            assertThat(arguments).as(key).isEqualTo(arguments(english.format(key)));
            plurals(format).forEach(selectors -> assertThat(selectors).as(key).containsAll(plurals));
        });
    }

    /** The names that a pattern uses at any depth. */
    private static Set<String> arguments(MessageFormat format) {
        MessagePattern pattern = new MessagePattern(format.toPattern());
        return parts(pattern, 0, pattern.countParts(), Part.Type.ARG_NAME);
    }

    /** The ways of counting that each plural of a pattern knows. */
    private static List<Set<String>> plurals(MessageFormat format) {
        MessagePattern pattern = new MessagePattern(format.toPattern());
        return IntStream.range(0, pattern.countParts())
                .filter(i -> pattern.getPart(i).getType() == Part.Type.ARG_START
                        && pattern.getPart(i).getArgType() == ArgType.PLURAL)
                .mapToObj(i -> parts(pattern, i, pattern.getLimitPartIndex(i), Part.Type.ARG_SELECTOR))
                .toList();
    }

    private static Set<String> parts(MessagePattern pattern, int from, int to, Part.Type type) {
        return IntStream.range(from, to)
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == type)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | 1 | 1 residente de la zona lo habla en casa y 1 persona suscrita lo lee y recibirá otro",
                "es | 2 | 2 residentes de la zona lo hablan en casa y 2 personas suscritas lo leen y recibirán otro",
                "ar | 1 | شخص واحد من سكان المنطقة يتكلمها في المنزل، ومشترك واحد يقرؤها وسيصله النص بلغة أخرى",
                "ar | 2 | شخصان من سكان المنطقة يتكلمانها في المنزل، ومشتركان يقرآنها وسيصلهما النص بلغة أخرى",
                "ar | 3 | 3 أشخاص من سكان المنطقة يتكلمونها في المنزل، و3 مشتركين يقرؤونها وسيصلهم النص بلغة أخرى",
                "ar | 11 | 11 شخصًا من سكان المنطقة يتكلمونها في المنزل، و11 مشتركًا يقرؤونها وسيصلهم النص بلغة أخرى",
                "ar | 100 | 100 شخص من سكان المنطقة يتكلمونها في المنزل، و100 مشترك يقرؤونها وسيصلهم النص بلغة أخرى"
            })
    void shouldCountPeople(String language, long people, String said) {
        assertThat(message(language, people, people)).endsWith(": " + said);
    }

    @ParameterizedTest
    @CsvSource({"en, 12345", "es, 1234", "es, 12345", "ar, 1234", "ar, 123456"})
    void shouldWriteNumbersAsTheRestOfThePageDoes(String language, long people) {
        assertThat(message(language, people, 0))
                .contains(" " + new Figures(language, ZoneId.of("Europe/Lisbon")).number(people));
    }

    private static String message(String language, long residents, long subscribers) {
        return Sentences.load(language)
                .of(new Remark.MissingLanguage("bn", residents, subscribers), Naming.CODES)
                .message();
    }
}
