package org.carillon.ingest.remark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.carillon.rendering.check.Finding;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.hint.Matter;
import org.carillon.schemas.cap.WireNamed;

/**
 * The one place where the sentences of all remarks stand, in one language: English for programs, which get it with codes, and
 * each language of the console for officers. Safe for threads.
 */
public final class Sentences {
    private static final String SOURCE = "en";
    private static final String MESSAGE = ".message";
    private static final String ADVICE = ".advice";

    private final Patterns patterns;

    private Sentences(Patterns patterns) {
        this.patterns = patterns;
    }

    /** Those of a language of the console (BCP 47); English stands in for a sentence that is not translated. */
    public static Sentences load(String language) {
        Patterns source = Patterns.load(SOURCE);
        return new Sentences(
                language.equals(SOURCE) ? source : Patterns.load(language).or(source));
    }

    /** What programs are told. */
    public static Sentences english() {
        return load(SOURCE);
    }

    /** A remark in words. */
    public Said of(Remark remark, Naming names) {
        return switch (remark) {
            case Remark.OfText text -> of(text.hint().matter(), names);
            case Remark.OfFact fact -> new Said(of(fact.finding(), names), "");
            case Remark.UnknownCode unknown ->
                alone(
                        "geocode",
                        Map.of(
                                "code",
                                names.word(unknown.geocode().name() + "="
                                        + unknown.geocode().value())));
            case Remark.EarlyEnd early ->
                advised("early-end", Map.of("end", names.time(early.end()), "named", names.time(early.named())));
            case Remark.MissingLanguage missing -> advised("missing-language", people(missing));
            case Remark.OfReference odd -> alone("reference", Map.of("rule", odd.rule(), "said", odd.said()));
        };
    }

    private Said of(Matter matter, Naming names) {
        return switch (matter) {
            case Matter.InCapitals capitals -> advised("capitals", Map.of());
            case Matter.TooHard hard ->
                advised(
                        "reading-level",
                        Map.of(
                                "formula",
                                hard.formula(),
                                "name",
                                names.word(hard.formula()),
                                "score",
                                rounded(hard.score()),
                                "limit",
                                rounded(hard.limit())));
            case Matter.TooLong sentence ->
                advised("long-sentence", Map.of("words", sentence.words(), "most", sentence.most()));
            case Matter.WithoutInstruction without -> advised("no-instruction", Map.of());
            case Matter.WithoutPlace without ->
                advised(
                        "no-place",
                        Map.of(
                                "named",
                                without.examples().isEmpty() ? "no" : "yes",
                                "places",
                                names.list(without.examples())));
            case Matter.WithoutTime without -> advised("no-time", Map.of());
            case Matter.PlainNumbers plain -> advised("plain-numbers", Map.of("extra", names.list(plain.extra())));
            case Matter.OtherNumbers other ->
                advised(
                        "numbers",
                        Map.of(
                                "which",
                                other.missing().isEmpty()
                                        ? "extra"
                                        : other.extra().isEmpty() ? "missing" : "both",
                                "extra",
                                names.list(other.extra()),
                                "missing",
                                names.list(other.missing()),
                                "other",
                                names.language(other.other())));
            case Matter.Turned turned -> advised("number-direction", Map.of("number", names.word(turned.number())));
            case Matter.Milder milder -> gravity("milder", milder.other(), milder.word(), names);
            case Matter.Graver graver -> gravity("graver", graver.other(), graver.word(), names);
        };
    }

    private Said gravity(String how, String other, String word, Naming names) {
        return advised("severity-words", Map.of("how", how, "other", names.language(other), "word", names.word(word)));
    }

    private String of(Finding finding, Naming names) {
        LanguageFacts ours = finding.ours();
        LanguageFacts first = finding.first();
        return switch (finding.fact()) {
            case SEVERITY -> differs(first, named("severity", ours.severity(), first.severity(), names), names);
            case URGENCY -> differs(first, named("urgency", ours.urgency(), first.urgency(), names), names);
            case CERTAINTY -> differs(first, named("certainty", ours.certainty(), first.certainty(), names), names);
            case EXPIRES -> differs(first, new Two(names.time(ours.expires()), names.time(first.expires())), names);
            case AREAS -> differs(first, new Two(names.districts(ours.areas()), names.districts(first.areas())), names);
            case INSTRUCTION -> patterns.say("no-instruction" + MESSAGE, Map.of());
        };
    }

    /** What both languages say. */
    private record Two(String ours, String theirs) {}

    private static Two named(String list, WireNamed ours, WireNamed theirs, Naming names) {
        return new Two(names.value(list, ours), names.value(list, theirs));
    }

    private String differs(LanguageFacts first, Two facts, Naming names) {
        return patterns.say(
                "fact" + MESSAGE,
                Map.of("ours", facts.ours(), "theirs", facts.theirs(), "other", names.language(first.language())));
    }

    private static Map<String, ?> people(Remark.MissingLanguage missing) {
        boolean both = missing.residents() > 0 && missing.subscribers() > 0;
        return Map.of(
                "residents", missing.residents(), "subscribers", missing.subscribers(), "both", both ? "yes" : "no");
    }

    private static long rounded(double number) {
        return BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private Said advised(String key, Map<String, ?> arguments) {
        return new Said(patterns.say(key + MESSAGE, arguments), patterns.say(key + ADVICE, arguments));
    }

    private Said alone(String key, Map<String, ?> arguments) {
        return new Said(patterns.say(key + MESSAGE, arguments), "");
    }
}
