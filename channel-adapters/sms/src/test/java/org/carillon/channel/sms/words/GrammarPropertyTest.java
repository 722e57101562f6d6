package org.carillon.channel.sms.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.channel.sms.Demo;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.catalogue.Words;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Word;

class GrammarPropertyTest {
    private static final List<String> TAILS = List.of("", " ", ".", "!", " !!", "。", "؟", "\n", " 🙂", "…", "\u200f");

    private final Catalogue catalogue = Catalogue.load();
    private final Grammar grammar = new Grammar(catalogue.words(), Demo.city());

    @Property(tries = 500)
    void shouldNeverFail(@ForAll String text) {
        assertThat(grammar.meanings(text)).isNotNull();
    }

    @Property(tries = 500)
    void shouldNeverFailBehindAWord(@ForAll("spellings") Words.Entry entry, @ForAll String rest) {
        assertThat(grammar.meanings(entry.spelling() + " " + rest)).isNotNull();
    }

    @Property(tries = 1000)
    void shouldKnowEveryWordHoweverItIsTyped(@ForAll("spellings") Words.Entry entry, @ForAll long seed) {
        String typed = typed(entry.spelling(), new Random(seed));

        assertThat(grammar.meanings(typed))
                .as("%s of %s", entry.command(), entry.language())
                .anyMatch(meaning -> meaning.language().equals(entry.language()) && wordOf(meaning) == entry.command());
    }

    @Provide
    Arbitrary<Words.Entry> spellings() {
        Words words = catalogue.words();
        return Arbitraries.of(catalogue.languages().stream()
                .map(Language::tag)
                .flatMap(tag -> List.of(Word.values()).stream()
                        .flatMap(word -> words.of(tag, word).stream()
                                .map(spelling -> new Words.Entry(tag, word, spelling, true))))
                .toList());
    }

    private static String typed(String spelling, Random random) {
        StringBuilder out = new StringBuilder(random.nextBoolean() ? "" : " ");
        spelling.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            out.append(random.nextBoolean() ? letter.toLowerCase(Locale.ROOT) : letter.toUpperCase(Locale.ROOT));
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN && random.nextInt(6) == 0) {
                out.append('\u0301');
            }
        });
        Normalizer.Form form = random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD;
        return Normalizer.normalize(out, form) + TAILS.get(random.nextInt(TAILS.size()));
    }

    private static Word wordOf(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Join join -> Word.JOIN;
            case Meaning.Yes yes -> Word.YES;
            case Meaning.Stop stop -> Word.STOP;
            case Meaning.Start start -> Word.START;
            case Meaning.Lang lang -> Word.LANG;
            case Meaning.Area area -> Word.AREA;
            case Meaning.Help help -> Word.HELP;
            case Meaning.Forget forget -> Word.FORGET;
            case Meaning.Choice choice -> throw new AssertionError("a word is no number");
        };
    }
}
