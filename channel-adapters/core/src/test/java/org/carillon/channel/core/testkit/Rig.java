package org.carillon.channel.core.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.channel.core.Channel;
import org.carillon.schemas.keys.SealedContact;

/** A channel under test together with a provider that can be told to fail. */
public interface Rig extends AutoCloseable {
    /** A new channel to the same provider, as a restart makes it. */
    Channel channel();

    /** The purpose under which contacts are sealed. */
    String purpose();

    /** The sealed contact of the n-th resident. */
    SealedContact contact(int resident);

    /** The texts that each resident got, by number; nobody who got nothing. */
    Map<Integer, List<String>> received();

    /** Calls that have reached the provider, of every kind. */
    int calls();

    /** The provider behaves so for every call, until {@link #heal()}. */
    void fail(Fault fault);

    void heal();

    /** The provider refuses this resident for good. */
    void refuse(int resident);

    /** What this rig can play. */
    Set<Fault> faults();

    @Override
    void close();

    /** Ways to fail. */
    enum Fault {
        /** Surely not taken, come back later. */
        BUSY,
        /** Taken, but the answer is an error. */
        TAKEN_UNANSWERED,
        /** Not taken, and the answer does not say so. */
        LOST
    }
}
