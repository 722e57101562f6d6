package org.carillon.rendering.sms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a reply to a resident has to say besides the catalogue's own words, with names already in the reply's language.
 *
 * @param hub a short name that residents know, such as the city's; beyond 22 characters Arabic answers outgrow two parts
 * @param purpose what a subscription is for, in a few words; beyond 32 characters the Arabic consent text outgrows two parts
 * @param provider the company that carries the messages
 * @param until the purpose's sunset date
 * @param emergencyNumber as people dial it
 * @param areas names of the districts concerned
 * @param wholeCity true where the districts concerned are all there are
 * @param options what to choose from by number, in this order: names of districts, or BCP 47 tags of languages
 * @param args further arguments by name in wire form: {@code language} and {@code asked} (BCP 47 tags), {@code level},
 *     {@code digits}, {@code proof}
 */
public record ReplyFacts(
        String hub,
        String purpose,
        String provider,
        LocalDate until,
        String emergencyNumber,
        List<String> areas,
        boolean wholeCity,
        List<String> options,
        Map<String, String> args) {
    public ReplyFacts {
        areas = List.copyOf(areas);
        options = List.copyOf(options);
        args = Map.copyOf(args);
    }
}
