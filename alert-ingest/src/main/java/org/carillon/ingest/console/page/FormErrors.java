package org.carillon.ingest.console.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, each with the field that it is about. Collected by one request's thread. */
public final class FormErrors {
    private final List<FormError> errors = new ArrayList<>();

    /**
     * One fault.
     *
     * @param field id of the field, or empty where it is about the whole form
     * @param message for people, in the page's language
     */
    public record FormError(String field, String message) {}

    public FormErrors add(String field, String message) {
        errors.add(new FormError(field, message));
        return this;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FormError> all() {
        return List.copyOf(errors);
    }

    /** The first message about that field, or null. */
    public @Nullable String of(String field) {
        return errors.stream()
                .filter(e -> e.field().equals(field))
                .map(FormError::message)
                .findFirst()
                .orElse(null);
    }

    /** What {@code aria-describedby} of that field names: its hint and its message, as far as there are any; or null. */
    public @Nullable String describedBy(String field, boolean hint) {
        return describedBy(field, field, hint);
    }

    /** As {@link #describedBy(String, boolean)}, of a field whose id is another than its name. */
    public @Nullable String describedBy(String field, String id, boolean hint) {
        return describedBy(field, id, hint, null);
    }

    /** As {@link #describedBy(String, String, boolean)}; {@code also} is the id of something else that describes it, or null. */
    public @Nullable String describedBy(String field, String id, boolean hint, @Nullable String also) {
        String ids =
                (hint ? id + "-hint " : "") + (of(field) == null ? "" : id + "-error ") + (also == null ? "" : also);
        return ids.isBlank() ? null : ids.strip();
    }
}
