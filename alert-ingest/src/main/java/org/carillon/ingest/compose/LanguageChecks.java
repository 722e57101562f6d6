package org.carillon.ingest.compose;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.remark.Naming;
import org.carillon.ingest.remark.Remark;
import org.carillon.ingest.remark.Said;
import org.carillon.ingest.remark.Sentences;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.check.FactsCheck;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.hint.Field;
import org.carillon.rendering.hint.Hint;
import org.carillon.rendering.hint.TextHints;
import org.carillon.rendering.hint.Written;
import org.carillon.rendering.hint.Written.Wording;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.jspecify.annotations.Nullable;

/** What an officer should look at before an alert goes out: languages that say different things, or say them hard to read. */
public final class LanguageChecks {
    private final City city;
    private final Catalogue catalogue;
    private final Districts districts;
    private final TextHints hints;
    private final Sentences english = Sentences.english();

    public LanguageChecks(City city, Catalogue catalogue) {
        this.city = city;
        this.catalogue = catalogue;
        this.districts = new Districts(city);
        this.hints = new TextHints(catalogue);
    }

    /**
     * One thing to look at, as programs get it.
     *
     * @param code the rule, as {@code severity}, {@code instruction}, {@code reading-level}, {@code geocode}
     * @param language BCP 47
     * @param field the text that it is about, as {@code instruction}; null for the message as a whole
     * @param words of the text that it is about; null where it names none
     * @param message what is the matter, in English
     * @param advice what to do about it; null where the message says it
     * @param remark the same without the sentence, for pages in another language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Warning(
            String code,
            String language,
            @Nullable String field,
            @Nullable String words,
            String message,
            @Nullable String advice,
            @JsonIgnore Remark remark) {}

    /** A remark as programs get it. */
    public Warning warning(Remark remark) {
        Field field = remark.field();
        Said said = english.of(remark, Naming.CODES);
        return new Warning(
                remark.code(),
                remark.language(),
                field == null ? null : field.wireName(),
                remark.words().isEmpty() ? null : remark.words(),
                said.message(),
                said.advice().isEmpty() ? null : said.advice(),
                remark);
    }

    /**
     * All of them, in the order of the message's languages.
     *
     * @param template whose wording the message has, except where the officer wrote other words; or null
     */
    public List<Remark> of(CapAlert message, @Nullable TemplateUse template) {
        Map<String, CapInfo> infos = Texts.infos(message);
        if (infos.isEmpty()) {
            return List.of();
        }
        boolean withdraws = withdraws(message);
        List<LanguageFacts> facts = new ArrayList<>();
        infos.forEach((language, info) -> facts.add(facts(language, info)));
        List<Remark> remarks = new ArrayList<>();
        FactsCheck.check(facts, !withdraws).forEach(finding -> remarks.add(new Remark.OfFact(finding)));
        List<Written> written = new ArrayList<>();
        Map<String, AlertText> texts = Texts.of(message);
        infos.forEach((language, info) -> {
            AlertText text = texts.get(language);
            if (text != null && catalogue.language(language).isPresent()) {
                Wording wording = withdraws ? Wording.WITHDRAWAL : wording(language, template);
                written.add(written(language, text, districts.codes(info.areas()), wording));
            }
        });
        hints(written).forEach(hint -> remarks.add(new Remark.OfText(hint)));
        if (template != null) {
            EarlyEnd.of(infos, template, city.zone()).ifPresent(remarks::add);
        }
        infos.forEach((language, info) -> districts
                .unknownCodes(info.areas())
                .forEach(code -> remarks.add(new Remark.UnknownCode(language, code))));
        return List.copyOf(remarks);
    }

    /** The texts of one language with the names of those districts. */
    public Written written(String language, AlertText text, Iterable<String> codes, Wording wording) {
        return Written.of(language, text, city.placeNames(codes, language), wording);
    }

    /** What the rules say of a text that is being written, and where it says something else than that of another language. */
    public List<Remark> whileWriting(Written text, @Nullable Written first) {
        List<Hint> all = new ArrayList<>(hints.of(text));
        if (first != null) {
            all.addAll(hints.between(List.of(first, text)));
        }
        return all.stream().<Remark>map(Remark.OfText::new).toList();
    }

    private List<Hint> hints(List<Written> texts) {
        List<Hint> all = new ArrayList<>();
        texts.forEach(written -> hints.of(written).stream()
                // That nothing is said of what to do is a fact of the message, which is reported as one.
                .filter(hint -> !hint.rule().equals(TextHints.NO_INSTRUCTION))
                .forEach(all::add));
        all.addAll(hints.between(texts));
        return all;
    }

    private LanguageFacts facts(String language, CapInfo info) {
        return new LanguageFacts(
                language,
                info.severity(),
                info.urgency(),
                info.certainty(),
                info.expires() == null ? null : info.expires().instant(),
                districts.codes(info.areas()),
                info.instruction());
    }

    private static Wording wording(String language, @Nullable TemplateUse template) {
        return template == null || template.ownWording().contains(language) ? Wording.OWN : Wording.TEMPLATE;
    }

    private static boolean withdraws(CapAlert message) {
        return message.msgType() == MsgType.CANCEL
                || message.infos().stream()
                        .anyMatch(info -> info.responseTypes().contains(ResponseType.ALL_CLEAR));
    }
}
