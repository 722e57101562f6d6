package org.carillon.hub.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects all that is wrong with a start, so that it can be said at once. Not for several threads. */
public final class StartProblems {
    private final List<String> messages = new ArrayList<>();
    private final Set<ConfigKey> keys = EnumSet.noneOf(ConfigKey.class);

    /** Notes what is wrong with the value of a key. */
    public void add(ConfigKey key, String message) {
        keys.add(key);
        messages.add(key.path() + ": " + message);
    }

    /** Notes what is wrong with something that is no key. */
    public void add(String message) {
        messages.add(message);
    }

    /** True if a key's value is already known to be wrong: what is built on it need not be looked at. */
    public boolean concern(ConfigKey key) {
        return keys.contains(key);
    }

    /** All messages in the order in which they were found. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Ends the start if anything is wrong.
     *
     * @throws WrongStartException with all messages
     */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new WrongStartException(messages);
        }
    }
}
