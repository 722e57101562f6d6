package org.carillon.router.office;

import java.time.Instant;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.station.StationAccount;

/** Decides every command about accounts. Knows nothing of Kafka. */
final class OfficeDesk {
    private final OfficeBook book;
    private final OwnAccount own;
    private final AdminActs acts;

    OfficeDesk(OfficeBook book) {
        this.book = book;
        this.own = new OwnAccount(book);
        this.acts = new AdminActs(book);
    }

    OfficeDecision decide(OfficeCommand command, Instant now) {
        try {
            return switch (command) {
                case OfficeCommand.Own mine ->
                    new OfficeDecision.Done(
                            command.commandId(),
                            own.decide(mine, now).security().epoch(),
                            null);
                case OfficeCommand.Propose propose -> done(command, acts.propose(propose, now));
                case OfficeCommand.Confirm confirm -> done(command, acts.confirm(confirm, now));
                case OfficeCommand.Refuse refuse -> done(command, acts.refuse(refuse, now));
                case OfficeCommand.Recover recover -> done(command, acts.recover(recover, now));
            };
        } catch (Refused e) {
            return new OfficeDecision.Refused(command.commandId(), e.refusal(), String.valueOf(e.getMessage()));
        }
    }

    private OfficeDecision done(OfficeCommand command, AdminRequest request) {
        long epoch = book.account(command.user())
                .map(account -> account.security().epoch())
                .orElse(0L);
        return new OfficeDecision.Done(command.commandId(), epoch, request);
    }

    /**
     * Takes up an account that somebody else has written: the first administrator, the demo's, or one that an operator has reset,
     * which has a later epoch. What the router wrote itself changes nothing.
     */
    boolean isNews(Account account) {
        return book.account(account.user())
                .map(known -> account.security().epoch() > known.security().epoch())
                .orElse(true);
    }

    boolean isNews(StationAccount station) {
        return book.station(station.id()).isEmpty();
    }
}
