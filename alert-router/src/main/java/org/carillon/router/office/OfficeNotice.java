package org.carillon.router.office;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;

/**
 * One thing about accounts to tell officers by SMS. Goes the way of answers to residents, as what they are told of alerts; its id
 * follows from what it is about and whom it is for, so that it cannot go twice.
 *
 * @param about what names it, of letters, digits, - and _
 * @param args facts in wire form: {@code kind}, {@code officer}
 */
record OfficeNotice(String about, Map<String, String> args, Instant at) {
    private static final String LANGUAGE = "en";

    OfficeNotice {
        args = Map.copyOf(args);
    }

    /** An operator has given an officer a new start. */
    static OfficeNotice recovered(String actId, String officer, Instant at) {
        return new OfficeNotice("R-" + actId, Map.of("kind", "recovered", "officer", officer), at);
    }

    /** For an officer, if there is a number and the account is open. */
    Optional<Reply> to(Account officer) {
        Duty duty = officer.duty();
        if (duty == null || !officer.active()) {
            return Optional.empty();
        }
        ContactId recipient = Duty.recipient(officer.user());
        return Optional.of(new Reply(
                about + '-' + recipient.value(),
                recipient,
                Duty.PURPOSE,
                duty.contact(),
                LANGUAGE,
                ReplyKey.OFFICER,
                List.of(),
                List.of(),
                args,
                at));
    }
}
