package org.carillon.router.audience;

import java.util.List;
import java.util.Locale;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntryView;

/**
 * Which of an alert's renditions somebody gets: their language to the letter, else one of the same primary subtag, else the
 * same for their second language, else the alert's first; plain where they asked for it and it exists.
 */
final class Renditions {
    private final int[] byLanguage;
    private final boolean plain;
    private final ContentFormat otherwise;

    /**
     * @param catalogue the languages that positions in the index mean
     * @param languages the alert's languages
     */
    Renditions(List<String> catalogue, List<String> languages, List<ContentFormat> formats) {
        byLanguage = catalogue.stream().mapToInt(tag -> place(tag, languages)).toArray();
        plain = formats.contains(ContentFormat.PLAIN);
        boolean onlyPlain = plain && !formats.contains(ContentFormat.STANDARD);
        otherwise = onlyPlain ? ContentFormat.PLAIN : ContentFormat.STANDARD;
    }

    /** The place of the language among the alert's. */
    int language(AudienceEntryView entry) {
        int first = place(entry.language());
        if (first >= 0) {
            return first;
        }
        return Math.max(0, place(entry.secondLanguage()));
    }

    ContentFormat format(AudienceEntryView entry) {
        return plain && entry.format() == ContentFormat.PLAIN ? ContentFormat.PLAIN : otherwise;
    }

    private int place(int language) {
        return language >= 0 && language < byLanguage.length ? byLanguage[language] : -1;
    }

    private static int place(String tag, List<String> languages) {
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i).equalsIgnoreCase(tag)) {
                return i;
            }
        }
        for (int i = 0; i < languages.size(); i++) {
            if (primary(languages.get(i)).equals(primary(tag))) {
                return i;
            }
        }
        return -1;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
