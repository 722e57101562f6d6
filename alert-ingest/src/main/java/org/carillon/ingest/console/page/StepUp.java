package org.carillon.ingest.console.page;

import java.time.Clock;
import org.carillon.schemas.account.Account;

/**
 * Asks for the second factor before a dangerous act, unless it was given a few minutes ago. The form has the field in it
 * ({@code @template.code(frame, errors)} shows it where it is needed), so that it costs no page of its own.
 */
public final class StepUp {
    private final CodeCheck codes;
    private final Texts texts;
    private final Clock clock;

    public StepUp(CodeCheck codes, Texts texts, Clock clock) {
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Whether the act may go on. Looks at the field {@code code}; call it last, when the rest of the form is right, because a code
     * is good for one time.
     *
     * @param errors gets what is to be said where it may not
     */
    public boolean passes(Visit visit, FormErrors errors) {
        Officer officer = visit.officer();
        if (officer.recentlyConfirmed()) {
            return true;
        }
        Account account = officer.account();
        if (account.security().secondFactor() == null) {
            errors.add("", texts.t("frame.code.none"));
            return false;
        }
        return switch (codes.take(account, visit.form().text("code"))) {
            case RIGHT -> {
                visit.confirm(clock.instant());
                yield true;
            }
            case WRONG -> {
                errors.add("code", texts.t("frame.code.wrong"));
                yield false;
            }
            case USED -> {
                errors.add("code", texts.t("frame.code.used"));
                yield false;
            }
        };
    }
}
