package org.carillon.ingest.console.alert;

import org.carillon.ingest.console.page.Officer;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;

/** What the pages offer to whom; the router has the last word. */
final class Rights {
    private Rights() {}

    static boolean mayWrite(Officer officer) {
        return officer.hasAny(Role.AUTHOR, Role.ADMIN);
    }

    static boolean mayDecide(Officer officer) {
        return officer.hasAny(Role.APPROVER, Role.ADMIN);
    }

    static boolean owns(Officer officer, Alert alert) {
        return officer.user().equals(alert.author());
    }
}
