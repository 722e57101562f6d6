package org.carillon.rendering.sms;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Word;

/**
 * What the hub answers to residents. Each answer fits two parts: names of districts are counted instead of named, options
 * that have no room are left out and the answer says how to name another.
 */
public final class Replies {
    private static final int PARTS = 2;

    private final Catalogue catalogue;
    private final LocalStyle style;

    public Replies(Catalogue catalogue, LocalStyle style) {
        this.catalogue = catalogue;
        this.style = style;
    }

    /**
     * An answer, or one page of it.
     *
     * @param firstOption index of the first option on this page
     * @param optionsShown how many options found room on it
     */
    public record Answer(String body, Segmentation segmentation, int firstOption, int optionsShown) {
        /** Never shows the text. */
        @Override
        public String toString() {
            return "Answer[" + segmentation + ", options " + firstOption + " + " + optionsShown + "]";
        }
    }

    /**
     * Writes one answer in a supported language; of a list that is too long the first page.
     *
     * @throws IllegalArgumentException for an unsupported language or a missing argument
     */
    public Answer answer(ReplyKey key, String language, ReplyFacts facts) {
        return page(key, language, facts, 0);
    }

    /** Writes an answer whose options fill several messages; the numbering goes on from page to page. */
    public List<Answer> pages(ReplyKey key, String language, ReplyFacts facts) {
        List<Answer> pages = new ArrayList<>();
        int from = 0;
        do {
            Answer page = page(key, language, facts, from);
            pages.add(page);
            from += page.optionsShown();
        } while (from < facts.options().size());
        return List.copyOf(pages);
    }

    private Answer page(ReplyKey key, String language, ReplyFacts facts, int from) {
        int to = facts.options().size();
        int areas = facts.areas().size();
        Form form = Form.FULL;
        Answer answer = answer(key, language, facts, new Shape(form, areas, from, to));
        while (answer.segmentation().count() > PARTS
                && (form == Form.FULL || areas > 0 || to > from + 1 || leavesAreasOut(key, form))) {
            if (form == Form.FULL) {
                form = Form.SHORT;
            } else if (areas > 0) {
                areas--;
            } else if (leavesAreasOut(key, form)) {
                form = Form.WITHOUT_AREAS;
            } else {
                to--;
            }
            answer = answer(key, language, facts, new Shape(form, areas, from, to));
        }
        return answer;
    }

    /** Who asks, what for, by whom, until when and how it ends must be told before consent; the districts were just named by the resident. */
    private static boolean leavesAreasOut(ReplyKey key, Form form) {
        return key == ReplyKey.CONSENT && form == Form.SHORT;
    }

    private enum Form {
        FULL,
        SHORT,
        WITHOUT_AREAS
    }

    /** How much of an answer is said: which wording, how many names of districts, which of the options. */
    private record Shape(Form form, int areas, int from, int to) {}

    private Answer answer(ReplyKey key, String language, ReplyFacts facts, Shape shape) {
        Map<String, String> args = words(language);
        args.put("hub", facts.hub());
        args.put("purpose", facts.purpose());
        args.put("provider", facts.provider());
        args.put("until", style.date(facts.until(), language));
        args.put("emergency", dialled(facts.emergencyNumber(), language));
        args.put("areas", areas(language, facts, shape.areas()));
        args.put("options", options(key, language, facts, shape));
        facts.args().forEach((name, value) -> args.put(name, argument(name, value, language)));
        String body = SmsText.normalise(body(key, language, facts, shape.form(), args));
        return new Answer(body, Segmentation.of(body), shape.from(), shape.to() - shape.from());
    }

    private String body(ReplyKey key, String language, ReplyFacts facts, Form form, Map<String, String> args) {
        return switch (key) {
            case CHOOSE_LANGUAGE -> questions(language, facts) + "\n" + args.get("options");
            case AREA_UNCLEAR -> said(language, facts.options().isEmpty() ? "area-unknown" : "area-unclear", args);
            case CONSENT ->
                switch (form) {
                    case FULL -> said(language, "consent", args);
                    case SHORT -> said(language, "consent-short", args);
                    case WITHOUT_AREAS ->
                        said(language, "consent-short", args).replace(" (" + args.get("areas") + ")", "");
                };
            case CHOOSE_AREA,
                    JOINED,
                    ALREADY_JOINED,
                    NOTHING_PENDING,
                    STOPPED,
                    STOPPED_BEFORE,
                    STARTED,
                    LANGUAGE_CHANGED,
                    LANGUAGE_UNSUPPORTED,
                    LANGUAGE_UNCLEAR,
                    AREA_CHANGED,
                    AREA_LAST,
                    NOT_JOINED,
                    FORGET_ASKED,
                    FORGET_UNCONFIRMED,
                    FORGOTTEN,
                    NOTHING_HELD,
                    HELP,
                    UNKNOWN,
                    TOO_MANY ->
                said(language, key.name().toLowerCase(Locale.ROOT).replace('_', '-'), args);
            case OFFICER -> throw new IllegalArgumentException("what officers are told is no answer to a resident");
        };
    }

    private String said(String language, String key, Map<String, String> args) {
        return catalogue.text(language, "reply." + key, args);
    }

    /** Someone whose language is unknown is asked in each that it could be. */
    private String questions(String language, ReplyFacts facts) {
        return Stream.concat(Stream.of(language), facts.options().stream())
                .distinct()
                .filter(tag -> facts.options().isEmpty() || facts.options().contains(tag))
                .map(tag -> catalogue.text(tag, "reply.choose-language", Map.of()))
                .collect(Collectors.joining("\n"));
    }

    private String areas(String language, ReplyFacts facts, int shown) {
        if (facts.wholeCity()) {
            return catalogue.text(language, "area.everywhere", Map.of());
        }
        return new AreaList(catalogue, style, language, facts.areas()).text(shown);
    }

    private String options(ReplyKey key, String language, ReplyFacts facts, Shape shape) {
        boolean languages = key == ReplyKey.CHOOSE_LANGUAGE || key == ReplyKey.LANGUAGE_UNCLEAR;
        List<String> names = facts.options();
        String list = IntStream.range(shape.from(), shape.to())
                .mapToObj(i -> catalogue.text(
                        language,
                        "reply.option",
                        Map.of(
                                "number",
                                Integer.toString(i + 1),
                                "name",
                                languages ? ownName(names.get(i)) : names.get(i))))
                .collect(Collectors.joining("\n"));
        return shape.to() == names.size() || languages
                ? list
                : list + "\n" + catalogue.text(language, "reply.more-options", words(language));
    }

    /** Groups of digits with spaces between them change places where the reader's telephone runs from right to left. */
    private String dialled(String number, String language) {
        boolean rightToLeft =
                catalogue.language(language).map(Language::rightToLeft).orElse(false);
        return rightToLeft ? number.replace(" ", "") : number;
    }

    private String argument(String name, String value, String language) {
        return switch (name) {
            case "language" -> ownName(value);
            case "asked" -> ULocale.getDisplayName(value, ULocale.forLanguageTag(language));
            case "level" -> catalogue.text(language, "level." + value.toLowerCase(Locale.ROOT), Map.of());
            default -> value;
        };
    }

    private String ownName(String tag) {
        return catalogue
                .language(tag)
                .map(Language::name)
                .orElseGet(() -> ULocale.getDisplayName(tag, ULocale.forLanguageTag(tag)));
    }

    /** The words to text, as they are shown in that language. */
    private Map<String, String> words(String language) {
        String supported = catalogue
                .language(language)
                .orElseThrow(() -> new IllegalArgumentException("unsupported language " + language))
                .tag();
        Map<String, String> words = new LinkedHashMap<>();
        for (Word word : Word.values()) {
            words.put(word.name().toLowerCase(Locale.ROOT), catalogue.words().shown(supported, word));
        }
        words.put("everywhere", catalogue.words().everywhere(supported).getFirst());
        return words;
    }
}
