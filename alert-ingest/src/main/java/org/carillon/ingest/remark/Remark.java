package org.carillon.ingest.remark;

import java.time.Instant;
import java.util.Locale;
import org.carillon.rendering.check.Finding;
import org.carillon.rendering.hint.Field;
import org.carillon.rendering.hint.Hint;
import org.carillon.rendering.hint.Matter;
import org.carillon.schemas.geo.Geocode;
import org.jspecify.annotations.Nullable;

/** One thing to look at before an alert goes out; {@link Sentences} says it. */
public sealed interface Remark {
    /** The rule, as programs know it. */
    String code();

    /** The language that it is about, BCP 47; empty for the message as a whole. */
    String language();

    /** The text that it is about; null for all of them. */
    default @Nullable Field field() {
        return null;
    }

    /** Of the text that it is about; empty where it names none. */
    default String words() {
        return "";
    }

    /** The words that stand behind the sentence; empty where the sentence has them in it. */
    default String quoted() {
        return words();
    }

    /** The language of {@link #words}, BCP 47. */
    default String languageOfWords() {
        return language();
    }

    /** What makes a text harder to understand. */
    record OfText(Hint hint) implements Remark {
        @Override
        public String code() {
            return hint.rule();
        }

        @Override
        public String language() {
            return hint.language();
        }

        @Override
        public @Nullable Field field() {
            return hint.field();
        }

        @Override
        public String words() {
            return hint.words();
        }

        @Override
        public String quoted() {
            Matter matter = hint.matter();
            boolean said = matter instanceof Matter.PlainNumbers
                    || matter instanceof Matter.OtherNumbers
                    || matter instanceof Matter.Turned;
            return said ? "" : hint.words();
        }

        @Override
        public String languageOfWords() {
            return hint.languageOfWords();
        }
    }

    /** A fact that differs from the first language. */
    record OfFact(Finding finding) implements Remark {
        @Override
        public String code() {
            return finding.fact().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String language() {
            return finding.language();
        }
    }

    /** A code that names no district. */
    record UnknownCode(String language, Geocode geocode) implements Remark {
        @Override
        public String code() {
            return "geocode";
        }
    }

    /**
     * An alert from a template whose texts name a time after its end.
     *
     * @param end of the alert
     * @param named the first such time that was filled in
     */
    record EarlyEnd(Instant end, Instant named) implements Remark {
        @Override
        public String code() {
            return "early-end";
        }

        @Override
        public String language() {
            return "";
        }
    }

    /**
     * People whose language has no text.
     *
     * @param residents who speak it at home
     * @param subscribers who get another
     */
    record MissingLanguage(String language, long residents, long subscribers) implements Remark {
        @Override
        public String code() {
            return "missing-language";
        }
    }

    /**
     * What is odd about a reference.
     *
     * @param rule of CAP, as {@code REFERENCE_POSTDATED}
     * @param said what the rule says of it, in English
     */
    record OfReference(String rule, String said) implements Remark {
        @Override
        public String code() {
            return "reference";
        }

        @Override
        public String language() {
            return "";
        }
    }
}
