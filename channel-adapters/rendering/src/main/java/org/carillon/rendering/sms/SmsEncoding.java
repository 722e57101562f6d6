package org.carillon.rendering.sms;

/** The two encodings of a text message that providers offer, with the room each leaves in a message and in one part of several. */
public enum SmsEncoding {
    /** The 7-bit default alphabet of GSM 03.38; units are septets. */
    GSM_7(160, 153),
    /** UTF-16; units are 16-bit code units. */
    UCS_2(70, 67);

    private final int unitsAlone;
    private final int unitsInPart;

    SmsEncoding(int unitsAlone, int unitsInPart) {
        this.unitsAlone = unitsAlone;
        this.unitsInPart = unitsInPart;
    }

    /** Units that fit a message of one part. */
    public int unitsAlone() {
        return unitsAlone;
    }

    /** Units that fit each part of a longer message (140 octets less the 6 octets that number the part). */
    public int unitsInPart() {
        return unitsInPart;
    }
}
