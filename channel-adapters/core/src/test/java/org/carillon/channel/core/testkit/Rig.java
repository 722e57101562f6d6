package org.carillon.channel.core.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.loop.Routes;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.topic.Topics;

/** A channel under test together with a provider that can be told to fail. */
public interface Rig extends AutoCloseable {
    /** A new channel to the same provider, as a restart makes it. */
    Channel channel();

    /** The topics of the channel: those of SMS, unless the rig says otherwise. */
    default Routes routes() {
        return new Routes(
                Topics.SMS_URGENT,
                Optional.of(Topics.REPLIES),
                Topics.SMS_ROUTINE,
                Topics.SMS_INTENTS,
                Topics.SMS_SENDERS,
                Optional.empty());
    }

    /** The body of a rendition of this channel that says this; the text itself, unless the rig says otherwise. */
    default String body(String name, String text) {
        return text;
    }

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

    /** The provider says of this resident's contact that it is no more. Called only where there is a topic for commands. */
    default void gone(int resident) {
        throw new UnsupportedOperationException("this provider never says so");
    }

    /** The subscription of the n-th resident. Called only where there is a topic for commands. */
    default SubscriptionId subscription(int resident) {
        throw new UnsupportedOperationException("this channel ends no subscriptions");
    }

    /** How many residents take this provider some seconds. */
    default int many() {
        return 1500;
    }

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
