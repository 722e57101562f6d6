package org.carillon.rendering.hint;

import java.util.List;

/** {@code no-instruction}: says what is the matter and not what to do; not while the first line is being written. */
final class NoInstruction implements TextRule {
    static final String NAME = "no-instruction";

    @Override
    public List<Hint> check(Written written) {
        boolean begun = !written.all(Field.DESCRIPTION, Field.PLAIN).isEmpty();
        return written.wording() == Written.Wording.WITHDRAWAL
                        || !begun
                        || !written.text(Field.INSTRUCTION).isEmpty()
                ? List.of()
                : List.of(written.hint(NAME, Field.INSTRUCTION, "", new Matter.WithoutInstruction()));
    }
}
