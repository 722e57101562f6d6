package org.carillon.ingest.console.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.ingest.remark.Naming;
import org.carillon.ingest.remark.Remark;
import org.carillon.ingest.remark.Said;
import org.carillon.ingest.remark.Sentences;
import org.carillon.schemas.cap.WireNamed;
import org.jspecify.annotations.Nullable;

/** What there is to look at, in the language of the pages, with the names that the pages have for things. Safe for threads. */
final class Spoken implements Naming {
    private final CityView city;
    private final Words words;
    private final Sentences sentences;

    /** {@code city} and {@code words} are of the same language. */
    Spoken(CityView city, Words words) {
        this.city = city;
        this.words = words;
        this.sentences = Sentences.load(words.language());
    }

    /** As it stands behind a name and a colon. */
    Said of(Remark remark) {
        Said said = sentences.of(remark, this);
        // Where the words follow that it is about, the page ends the sentence.
        String message = said.message();
        return message.endsWith(".") ? new Said(message.substring(0, message.length() - 1), said.advice()) : said;
    }

    /** As it stands by itself. */
    Said alone(Remark remark) {
        Said said = of(remark);
        String message = said.message();
        int first = message.offsetByCodePoints(0, 1);
        return new Said(
                message.substring(0, first).toUpperCase(Locale.forLanguageTag(words.language()))
                        + message.substring(first),
                said.advice());
    }

    @Override
    public String word(String word) {
        return words.isolated(word);
    }

    @Override
    public String list(Collection<String> several) {
        return words.listed(several);
    }

    @Override
    public String language(String code) {
        return words.isolated(city.languageName(code));
    }

    @Override
    public String value(String list, WireNamed value) {
        return words.code(list, value);
    }

    @Override
    public String time(@Nullable Instant time) {
        return time == null ? nothing() : words.time(time);
    }

    @Override
    public String districts(Set<String> codes) {
        return codes.isEmpty()
                ? nothing()
                : city.districtNames(new TreeSet<>(codes).stream().toList());
    }

    private String nothing() {
        return words.t("alerts.hints.nothing");
    }
}
