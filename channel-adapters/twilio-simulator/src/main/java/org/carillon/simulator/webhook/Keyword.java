package org.carillon.simulator.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words that Twilio itself acts on, when they are the whole message. */
enum Keyword {
    STOP(
            "STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT",
            "You have successfully been unsubscribed. You will not receive any more messages from this number."
                    + " Reply START to resubscribe."),
    START(
            "START|YES|UNSTOP",
            "You have successfully been re-subscribed to messages from this number."
                    + " Reply HELP for help. Reply STOP to unsubscribe."),
    HELP("HELP|INFO", "Reply STOP to unsubscribe.");

    private final Pattern words;
    private final String reply;

    Keyword(String words, String reply) {
        this.words = Pattern.compile(words);
        this.reply = reply;
    }

    String reply() {
        return reply;
    }

    static Optional<Keyword> of(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        for (Keyword keyword : values()) {
            if (keyword.words.matcher(word).matches()) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }
}
