package org.carillon.schemas.resident;

/** Which answer a resident gets; its text stands in each language's catalogue. */
public enum ReplyKey {
    /** Consent text after JOIN with a known area: who, what for, until when, how to stop; YES to confirm. Args: areas, until. */
    CONSENT,
    /** Which area? A numbered list and ALL. Options: districts. */
    CHOOSE_AREA,
    /** YES was taken. Args: areas, language, level. */
    JOINED,
    /** JOIN again by one who is subscribed already. Args: areas, language, level. */
    ALREADY_JOINED,
    /** YES without a pending JOIN. */
    NOTHING_PENDING,
    /** No more messages. */
    STOPPED,
    /** STOP by one who gets nothing anyway. */
    STOPPED_BEFORE,
    /** START: unblocked, and how to JOIN. */
    STARTED,
    /** Language changed, read back. Args: language. */
    LANGUAGE_CHANGED,
    /** That language is not supported; this is the nearest. Args: asked, language. */
    LANGUAGE_UNSUPPORTED,
    /** LANG with nothing that was understood. Options: languages. */
    LANGUAGE_UNCLEAR,
    /** A word that two languages share: which language? Options: languages. */
    CHOOSE_LANGUAGE,
    /** Areas changed, read back. Args: areas. */
    AREA_CHANGED,
    /** The area was not clear: numbered choice. Options: districts. */
    AREA_UNCLEAR,
    /** The last area cannot be removed. */
    AREA_LAST,
    /** A change was asked for by one who is not subscribed: how to JOIN. */
    NOT_JOINED,
    /** FORGET: these digits confirm it, and it counts for everyone who shares the telephone. Args: digits. */
    FORGET_ASKED,
    /** FORGET with digits that are wrong or too old: nothing is erased, and these are new ones. Args: digits. */
    FORGET_UNCONFIRMED,
    /** Everything of this number is erased. Args: proof. */
    FORGOTTEN,
    /** FORGET by a number of which nothing is held. */
    NOTHING_HELD,
    /** Emergency number first, then the words. */
    HELP,
    /** Not understood: emergency number first, then how to get HELP. */
    UNKNOWN,
    /** The last answer this hour. */
    TOO_MANY,
    /** No answer at all: an officer on duty is told something. Args as {@code OfficerNotice} of the router writes them. */
    OFFICER
}
