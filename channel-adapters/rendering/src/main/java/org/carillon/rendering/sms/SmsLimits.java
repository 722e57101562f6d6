package org.carillon.rendering.sms;

/**
 * How long a text message may be.
 *
 * @param targetParts what a rendition is shortened to where that loses no fact
 * @param maxParts more than that is refused
 * @param maxCharacters more than that is refused; the provider's own limit
 */
public record SmsLimits(int targetParts, int maxParts, int maxCharacters) {
    /** Four parts wanted, six at most, 1,600 characters. */
    public static final SmsLimits DEFAULT = new SmsLimits(4, 6, 1600);

    public SmsLimits {
        if (targetParts < 1 || maxParts < targetParts || maxCharacters < 1) {
            throw new IllegalArgumentException("1 <= target parts <= most parts, and at least one character");
        }
    }

    boolean onTarget(String text, Segmentation segmentation) {
        return segmentation.count() <= targetParts && text.length() <= maxCharacters;
    }

    boolean allowed(String text, Segmentation segmentation) {
        return segmentation.count() <= maxParts && text.length() <= maxCharacters;
    }

    /** By how many characters of that encoding a text is too long; at least 1. */
    int excess(String text, Segmentation segmentation) {
        int room = maxParts == 1
                ? segmentation.encoding().unitsAlone()
                : maxParts * segmentation.encoding().unitsInPart();
        return Math.max(1, Math.max(segmentation.units() - room, text.length() - maxCharacters));
    }
}
