package org.carillon.ingest.console.page;

import org.carillon.schemas.account.Account;

/** Checks codes of authenticator apps, and recovery codes. Called from request threads; may block. */
@FunctionalInterface
public interface CodeCheck {
    /**
     * Takes a code: a right one is accepted once and never again, on any instance.
     *
     * @throws org.carillon.ingest.http.ProblemException 503 where that cannot be decided now, 429 after too many wrong ones
     */
    Outcome take(Account account, String code);

    /** What became of it. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** It was right, and somebody has used it before. */
        USED
    }
}
