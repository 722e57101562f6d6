package org.carillon.ingest.console.page;

import java.text.Bidi;
import java.util.Locale;
import java.util.Properties;

/**
 * A language that the console speaks, and whether a named person has vouched for its texts.
 *
 * @param code BCP 47; the name of its folder
 * @param name the language's own name for itself
 * @param reviewed whether a person who speaks the language has read all of it
 */
public record Tongue(String code, String name, boolean reviewed) {
    private static final String FILE = "language.properties";

    /** Reads the file that lies beside the language's texts. */
    static Tongue load(String code) {
        Properties file = TextFiles.read(code + "/" + FILE);
        boolean reviewed = Boolean.parseBoolean(file.getProperty("reviewed"));
        boolean source = Boolean.parseBoolean(file.getProperty("source"));
        boolean named = !file.getProperty("reviewedBy", "").isBlank()
                && !file.getProperty("reviewedOn", "").isBlank();
        if (reviewed && !named) {
            throw new IllegalStateException(code + "/" + FILE + ": a review needs a name and a day");
        }
        return new Tongue(code, file.getProperty("name", code), source || reviewed);
    }

    /** {@code rtl} where it is written from right to left, else {@code ltr}. */
    public String direction() {
        return new Bidi(name, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }

    /** Whether somebody who reads that language (BCP 47) can read this one, as {@code ar-EG} and {@code ar}. */
    boolean serves(String wanted) {
        return Locale.forLanguageTag(wanted)
                .getLanguage()
                .equals(Locale.forLanguageTag(code).getLanguage());
    }
}
