package org.carillon.schemas.cap.rules;

/** Every rule that a message is held to: its id is its name, and the sentence is what the standard wants. */
public enum CapRule {
    // What can be read at all. The ids are those of XmlFault.
    TOO_LARGE("A message has at most 2 MiB."),
    UNSUPPORTED_XML("A message is XML 1.0 in UTF-8, UTF-16 or ISO-8859-1."),
    NOT_WELL_FORMED("A message is well-formed XML."),
    DTD("A message has no document type declaration."),
    TOO_DEEP("Elements are not nested deeper than any signature needs."),
    TOO_MANY_ELEMENTS("A message has at most 50,000 elements."),
    WRONG_NAMESPACE("The root is in the namespace urn:oasis:names:tc:emergency:cap:1.2."),
    WRONG_ROOT("The root element is alert."),

    // The schema.
    ELEMENT_UNKNOWN("Only elements of the standard are used, each where it belongs."),
    ELEMENT_ORDER("Elements stand in the order of the schema."),
    ELEMENT_MISSING("Required elements are there."),
    ELEMENT_REPEATED("Elements that stand once are not repeated."),
    ATTRIBUTE_NOT_ALLOWED("No element of the standard has attributes."),
    TEXT_NOT_ALLOWED("Elements that hold elements hold no text."),
    ENUMERATION("A code value is one of those that the standard lists, spelt exactly so."),
    DATE_TIME_SYNTAX("A time is written 2002-05-24T16:49:00-07:00: no fraction, no Z, a real date."),
    LANGUAGE_SYNTAX("A language is a tag such as en-US."),
    URI_SYNTAX("web and uri are URIs."),
    INTEGER_SYNTAX("size is a whole number."),
    DECIMAL_SYNTAX("altitude and ceiling are decimal numbers."),

    // The message.
    IDENTIFIER_EMPTY("identifier is there and not blank."),
    IDENTIFIER_CHARACTERS("identifier has no space, comma, < or & in it."),
    SENDER_EMPTY("sender is there and not blank."),
    SENDER_CHARACTERS("sender has no space, comma, < or & in it."),
    RESTRICTION_MISSING("restriction is there when scope is Restricted."),
    RESTRICTION_NOT_NEEDED("restriction is there only when scope is Restricted.", Weight.WARNING),
    ADDRESSES_MISSING("addresses is there when scope is Private."),
    ADDRESSES_SYNTAX("Every double quote in addresses is closed."),
    INCIDENTS_SYNTAX("Every double quote in incidents is closed."),
    REFERENCES_SYNTAX("references are sender,identifier,sent with spaces between them."),
    REFERENCES_MISSING_FOR_UPDATE("An Update refers to what it updates."),
    REFERENCES_MISSING_FOR_CANCEL("A Cancel refers to what it cancels."),
    REFERENCES_MISSING_FOR_ACK("An Ack refers to what it acknowledges."),
    REFERENCES_MISSING_FOR_ERROR("An Error refers to what it rejects."),
    REFERENCE_TO_SELF("A message does not refer to itself.", Weight.WARNING),
    REFERENCE_POSTDATED("A message refers to earlier ones.", Weight.WARNING),
    NOTE_MISSING_FOR_EXERCISE("The note of an Exercise names the exercise.", Weight.WARNING),
    NOTE_MISSING_FOR_ERROR("The note of an Error gives the reason.", Weight.WARNING),
    INFO_MISSING("An Alert or Update has an info.", Weight.WARNING),

    // What it says.
    EVENT_EMPTY("event is there and not blank."),
    WEB_NOT_ABSOLUTE("web is an absolute URI."),
    LANGUAGE_NOT_A_CODE("language begins with a code of two or three letters.", Weight.WARNING),
    EXPIRES_MISSING("expires says when the information ends.", Weight.WARNING),
    EXPIRES_BEFORE_EFFECTIVE("expires is later than effective.", Weight.WARNING),
    TIME_IMPLAUSIBLE("Years are Gregorian and near.", Weight.WARNING),
    HTML_IN_TEXT("Texts are plain, without mark-up.", Weight.WARNING),
    SAME_TEXT_DIFFERENT_LANGUAGE("Each language has a text of its own.", Weight.WARNING),
    FACTS_DIFFER_BETWEEN_LANGUAGES(
            "Urgency, severity, certainty and expires are the same in every language.", Weight.WARNING),
    CATEGORIES_DIFFER("All infos have the same categories.", Weight.WARNING),
    EVENT_CODES_DIFFER("All infos have the same event codes.", Weight.WARNING),

    // What goes with it.
    MIME_TYPE_SYNTAX("mimeType is type/subtype."),
    URI_RELATIVE_WITHOUT_DEREF("uri is absolute unless derefUri is there."),
    DEREF_URI_SYNTAX("derefUri is the content in base 64."),
    DIGEST_SYNTAX("digest is a SHA-1 in 40 hexadecimal digits."),
    SIZE_NEGATIVE("size is not negative.", Weight.WARNING),

    // Where.
    AREADESC_EMPTY("areaDesc is there and not blank."),
    POLYGON_EMPTY("A polygon is not empty."),
    POLYGON_SYNTAX("A polygon is lat,lon pairs in decimal degrees with spaces between them."),
    POLYGON_TOO_FEW_POINTS("A polygon has at least four points."),
    POLYGON_NOT_CLOSED("The last point of a polygon is its first."),
    POLYGON_SELF_INTERSECTS("The sides of a polygon do not cross.", Weight.WARNING),
    COORD_RANGE("Latitudes are from -90 to 90, longitudes from -180 to 180."),
    CIRCLE_SYNTAX("A circle is lat,lon, a space and a radius in kilometres."),
    CIRCLE_RADIUS("The radius of a circle is not negative, and no larger than the earth."),
    CEILING_WITHOUT_ALTITUDE("ceiling stands only together with altitude."),
    CEILING_BELOW_ALTITUDE("ceiling is not below altitude."),
    TOO_MANY_POLYGONS("A message has at most 1,000 polygons."),
    TOO_MANY_POINTS("The polygons of a message have at most 50,000 points."),

    // What a lenient reading mended.
    REPAIRED_ELEMENT_ORDER("Elements out of order were put in order.", Weight.WARNING),
    REPAIRED_POLYGON_NOT_CLOSED("An open polygon was closed.", Weight.WARNING),
    REPAIRED_POLYGON_EMPTY("An empty polygon was left out.", Weight.WARNING),

    TOO_MANY_VIOLATIONS("A message is not wrong in more places than anyone would read.");

    /** Whether a message that breaks a rule is refused. */
    public enum Weight {
        ERROR,
        WARNING
    }

    private final String text;
    private final Weight weight;

    CapRule(String text) {
        this(text, Weight.ERROR);
    }

    CapRule(String text, Weight weight) {
        this.text = text;
        this.weight = weight;
    }

    /** What the rule asks for, in one sentence. */
    public String text() {
        return text;
    }

    public Weight weight() {
        return weight;
    }
}
