package org.carillon.simulator.message;

import org.carillon.rendering.sms.Segmentation;
import org.carillon.rendering.sms.SmsEncoding;

/** How many SMS parts a text takes, and in which alphabet. */
public record Segments(int parts, String encoding) {

    /** Counts as the network would. */
    public static Segments of(String body) {
        Segmentation counted = Segmentation.of(body);
        return new Segments(counted.count(), name(counted.encoding()));
    }

    private static String name(SmsEncoding encoding) {
        return switch (encoding) {
            case GSM_7 -> "GSM-7";
            case UCS_2 -> "UCS-2";
        };
    }
}
