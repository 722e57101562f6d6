package org.carillon.simulator.webhook;

import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.account.OptOut;
import org.carillon.simulator.fault.FaultBoard;
import org.carillon.simulator.message.Direction;
import org.carillon.simulator.message.MessageBook;

/** The numbers to which nothing may be sent: set as a fault, or blocked by their last STOP. */
public final class Blocklist {
    private final CurrentAccount account;
    private final MessageBook book;
    private final FaultBoard faults;

    /** Reads the account, the book and the faults anew each time it is asked. */
    public Blocklist(CurrentAccount account, MessageBook book, FaultBoard faults) {
        this.account = account;
        this.book = book;
        this.faults = faults;
    }

    /** Whether sending to this number is refused with 21610. */
    public boolean blocks(String phone) {
        return faults.faults().optedOut().contains(phone)
                || (account.get().optOut() != OptOut.HUB && saidStopLast(phone));
    }

    private boolean saidStopLast(String phone) {
        return book.newestFirst(phone)
                .filter(kept -> kept.message().direction() == Direction.INBOUND)
                .flatMap(kept -> Keyword.of(kept.message().body()).stream())
                .filter(keyword -> keyword != Keyword.HELP)
                .findFirst()
                .equals(java.util.Optional.of(Keyword.STOP));
    }
}
