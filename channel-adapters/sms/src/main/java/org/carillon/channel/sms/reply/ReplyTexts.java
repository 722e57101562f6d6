package org.carillon.channel.sms.reply;

import java.util.List;
import org.carillon.rendering.sms.Replies;
import org.carillon.rendering.sms.ReplyFacts;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;

/** Writes the text of an answer: names for codes, the city's facts, the language's words. May be used from any thread. */
public final class ReplyTexts {
    private final CityPack city;
    private final Replies replies;

    public ReplyTexts(CityPack city, Replies replies) {
        this.city = city;
        this.replies = replies;
    }

    /** The text, at most two parts long; the same answer is always the same text. */
    public String text(Reply reply) {
        Purpose purpose = city.purpose(new PurposeId(reply.purpose()))
                .orElseGet(() -> city.purposes().getFirst());
        String language = reply.language();
        boolean languages = reply.key() == ReplyKey.CHOOSE_LANGUAGE || reply.key() == ReplyKey.LANGUAGE_UNCLEAR;
        ReplyFacts facts = new ReplyFacts(
                city.names().in(language),
                purpose.text().in(language),
                purpose.provider(),
                purpose.sunset(),
                city.emergencyNumber(),
                names(reply.areas(), language),
                reply.areas().size() == city.districts().size(),
                languages ? reply.options() : names(reply.options(), language),
                reply.args());
        return replies.answer(reply.key(), language, facts).body();
    }

    private List<String> names(List<String> districts, String language) {
        return districts.stream()
                .map(code -> city.district(code)
                        .map(district -> district.names().in(language))
                        .orElse(code))
                .toList();
    }
}
