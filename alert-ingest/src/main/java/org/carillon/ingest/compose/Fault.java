package org.carillon.ingest.compose;

/** Names of the hub's own rules, which come on top of those of CAP. */
final class Fault {
    static final String AREA_MISSING = "HUB_AREA_MISSING";
    static final String AREA_OUTSIDE = "HUB_AREA_OUTSIDE";
    static final String EXPIRED = "HUB_EXPIRED";
    static final String INFO_MISSING = "HUB_INFO_MISSING";
    static final String LANGUAGE_UNSUPPORTED = "HUB_LANGUAGE_UNSUPPORTED";
    static final String PURPOSE_UNKNOWN = "HUB_PURPOSE_UNKNOWN";
    static final String TOPIC_UNKNOWN = "HUB_TOPIC_UNKNOWN";
    static final String CHANNEL_UNKNOWN = "HUB_CHANNEL_UNKNOWN";
    static final String TEXT_TOO_LONG = "HUB_TEXT_TOO_LONG";
    static final String SENDER_BARRED = "HUB_SENDER_BARRED";
    static final String SENT_IN_FUTURE = "HUB_SENT_IN_FUTURE";
    static final String FORM = "HUB_FORM";

    private Fault() {}
}
