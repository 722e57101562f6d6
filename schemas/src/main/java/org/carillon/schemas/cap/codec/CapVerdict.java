package org.carillon.schemas.cap.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.jspecify.annotations.Nullable;

/** Yes or no to a file, with every reason: what the command line and POST /validate answer from. */
public record CapVerdict(CapReading reading) {

    /** The strict verdict. */
    public static CapVerdict of(byte[] bytes) {
        return of(bytes, Strictness.STRICT);
    }

    public static CapVerdict of(byte[] bytes, Strictness strictness) {
        return new CapVerdict(CapReader.read(bytes, strictness));
    }

    public boolean valid() {
        return document().isPresent();
    }

    /** What makes it invalid; empty if it is valid. */
    public List<CapViolation> violations() {
        return switch (reading) {
            case CapReading.Valid valid -> List.of();
            case CapReading.Invalid invalid -> invalid.violations();
            case CapReading.Unreadable unreadable -> List.of(unreadable.violation());
        };
    }

    public List<CapViolation> warnings() {
        return switch (reading) {
            case CapReading.Valid valid -> valid.warnings();
            case CapReading.Invalid invalid -> invalid.warnings();
            case CapReading.Unreadable unreadable -> List.of();
        };
    }

    /** The message, if it is valid. */
    public Optional<CapDocument> document() {
        return switch (reading) {
            case CapReading.Valid valid -> Optional.of(valid.document());
            case CapReading.Invalid invalid -> Optional.empty();
            case CapReading.Unreadable unreadable -> Optional.empty();
        };
    }

    /** The verdict as JSON has it; {@code file} is the name that was given. */
    public Json json(String file) {
        return new Json(file, valid(), violations(), warnings());
    }

    /** The verdict as JSON has it where there is no file. */
    public Json json() {
        return new Json(null, valid(), violations(), warnings());
    }

    /** What a JSON mapper writes: {"file","valid","violations":[…],"warnings":[…]}, file left out if null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Json(
            @Nullable String file, boolean valid, List<CapViolation> violations, List<CapViolation> warnings) {}
}
