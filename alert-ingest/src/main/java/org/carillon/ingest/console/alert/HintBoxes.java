package org.carillon.ingest.console.alert;

import java.util.List;
import org.carillon.ingest.console.page.Fields;

/** The hints about one language of the form: a box at each field, and one about the length. */
public record HintBoxes(List<Box> boxes) {
    /** Names the hidden field that says which hints are shown. */
    private static final String SHOWN = "h.";

    public HintBoxes {
        boxes = List.copyOf(boxes);
    }

    /**
     * What stands at one field.
     *
     * @param language BCP 47
     * @param field as {@code headline}, or {@code length}
     */
    public record Box(String language, String field, List<Item> items) {
        public Box {
            items = List.copyOf(items);
        }

        public String id() {
            return "hints-" + language + '-' + field;
        }

        public String shownName() {
            return SHOWN + language + '.' + field;
        }

        /** Two boxes that say the same have the same. */
        public String shown() {
            return Integer.toHexString(items.hashCode());
        }
    }

    /**
     * One hint.
     *
     * @param words of the text that it is about, or empty
     * @param languageOfWords BCP 47
     */
    public record Item(String message, String words, String languageOfWords, String advice) {}

    /** The box of a field. */
    public Box of(String field) {
        return boxes.stream()
                .filter(box -> box.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no box " + field));
    }

    /** Those that say something else than the page does: a screen reader reads each again that is written again. */
    HintBoxes changed(Fields page) {
        return new HintBoxes(boxes.stream()
                .filter(box -> !page.text(box.shownName()).equals(box.shown()))
                .toList());
    }
}
