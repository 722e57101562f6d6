package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.List;
import org.carillon.rendering.check.NumberDirection;

/** {@code number-direction}: a number of several groups that readers from right to left see in another order. */
final class TurnedNumbers implements TextRule {
    static final String NAME = "number-direction";

    @Override
    public List<Hint> check(Written written) {
        List<Hint> hints = new ArrayList<>();
        for (Field field : Field.values()) {
            for (String number : NumberDirection.misread(written.text(field))) {
                hints.add(written.hint(NAME, field, number, new Matter.Turned(number)));
            }
        }
        return hints;
    }
}
