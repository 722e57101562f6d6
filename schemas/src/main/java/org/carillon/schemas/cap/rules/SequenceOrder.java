package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.List;
import org.carillon.schemas.cap.CapSignature;
import org.carillon.schemas.cap.rules.Content.Slot;
import org.carillon.schemas.cap.xml.XmlElement;

/** Where the children of an element belong, and which of them stand elsewhere. */
final class SequenceOrder {

    /** A child that the standard does not know there. */
    static final int UNKNOWN = -1;

    private SequenceOrder() {}

    /** The place of a child in its parent's sequence; signatures are behind all else in the alert. */
    static int placeOf(XmlElement child, XmlElement parent, List<Slot> slots) {
        if (child.namespace().equals(parent.namespace())) {
            for (int i = 0; i < slots.size(); i++) {
                if (slots.get(i).name().equals(child.name())) {
                    return i;
                }
            }
        }
        boolean signature =
                slots.equals(Grammar.ALERT.slots()) && child.namespace().equals(CapSignature.NAMESPACE);
        return signature ? slots.size() : UNKNOWN;
    }

    /** The fewest children that have to move so that the rest is in order: all beyond a longest ordered run. */
    static List<XmlElement> misplaced(XmlElement parent, List<Slot> slots) {
        List<XmlElement> known = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (XmlElement child : parent.children()) {
            int place = placeOf(child, parent, slots);
            if (place != UNKNOWN) {
                known.add(child);
                places.add(place);
            }
        }
        boolean[] stays = longestOrdered(places);
        List<XmlElement> misplaced = new ArrayList<>();
        for (int i = 0; i < stays.length; i++) {
            if (!stays[i]) {
                misplaced.add(known.get(i));
            }
        }
        return misplaced;
    }

    /** Marks a longest non-decreasing subsequence (patience sorting). */
    private static boolean[] longestOrdered(List<Integer> places) {
        int[] previous = new int[places.size()];
        int[] tails = new int[places.size()];
        int length = 0;
        for (int i = 0; i < places.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (places.get(tails[middle]) <= places.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] stays = new boolean[places.size()];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            stays[i] = true;
        }
        return stays;
    }
}
