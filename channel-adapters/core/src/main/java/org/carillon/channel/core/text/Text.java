package org.carillon.channel.core.text;

/**
 * A text to be sent verbatim.
 *
 * @param cost what it takes of the sender's budget, as SMS parts
 */
public record Text(String body, int cost) {
    @Override
    public String toString() {
        return "Text[" + body.length() + " characters]";
    }
}
