package org.carillon.router.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntryView;

/**
 * Which of a channel's renditions of an alert somebody gets: their language to the letter, else one of the same primary subtag,
 * else the same for their second language, else the first that the channel has; plain where they asked for it and it exists.
 */
final class Renditions {
    private final int[] byLanguage;
    private final int first;
    private final boolean[] plain;
    private final boolean[] standard;

    /**
     * @param catalogue the languages that positions in the index mean
     * @param languages the alert's languages
     * @param made the formats of each language in which this channel has the alert; at least one language
     */
    Renditions(List<String> catalogue, List<String> languages, Map<String, List<ContentFormat>> made) {
        List<Integer> there = new ArrayList<>();
        plain = new boolean[languages.size()];
        standard = new boolean[languages.size()];
        for (int i = 0; i < languages.size(); i++) {
            List<ContentFormat> formats = made.getOrDefault(languages.get(i), List.of());
            plain[i] = formats.contains(ContentFormat.PLAIN);
            standard[i] = formats.contains(ContentFormat.STANDARD);
            if (plain[i] || standard[i]) {
                there.add(i);
            }
        }
        first = there.getFirst();
        byLanguage =
                catalogue.stream().mapToInt(tag -> place(tag, languages, there)).toArray();
    }

    /** The place of the language among the alert's. */
    int language(AudienceEntryView entry) {
        int own = place(entry.language());
        if (own >= 0) {
            return own;
        }
        int second = place(entry.secondLanguage());
        return second >= 0 ? second : first;
    }

    /** Whether the alert has a language of theirs, so that nobody has to fall back. */
    boolean speaks(AudienceEntryView entry) {
        return place(entry.language()) >= 0 || place(entry.secondLanguage()) >= 0;
    }

    /** The format that they get in the language at that place. */
    ContentFormat format(AudienceEntryView entry, int language) {
        boolean wanted = !standard[language] || entry.format() == ContentFormat.PLAIN;
        return wanted && plain[language] ? ContentFormat.PLAIN : ContentFormat.STANDARD;
    }

    private int place(int language) {
        return language >= 0 && language < byLanguage.length ? byLanguage[language] : -1;
    }

    private static int place(String tag, List<String> languages, List<Integer> there) {
        for (int place : there) {
            if (languages.get(place).equalsIgnoreCase(tag)) {
                return place;
            }
        }
        for (int place : there) {
            if (primary(languages.get(place)).equals(primary(tag))) {
                return place;
            }
        }
        return -1;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
