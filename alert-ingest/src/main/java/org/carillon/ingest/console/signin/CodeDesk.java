package org.carillon.ingest.console.signin;

import org.carillon.ingest.console.page.CodeCheck;
import org.carillon.ingest.office.Office;
import org.carillon.schemas.account.Account;

/** Takes codes of officers who are signed in. */
public final class CodeDesk implements CodeCheck {
    private final Office office;

    public CodeDesk(Office office) {
        this.office = office;
    }

    @Override
    public Outcome take(Account account, String code) {
        return office.factors()
                .check(account, code)
                .map(use -> office.own().use(account, use) ? Outcome.RIGHT : Outcome.USED)
                .orElse(Outcome.WRONG);
    }
}
