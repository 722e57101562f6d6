package org.carillon.hub.demo;

import java.util.List;
import java.util.Map;

/** One channel as those at its other end see it. */
interface ChannelSide {
    /** The channel's name, as {@code sms}. */
    String name();

    /**
     * Waits until everybody at this end has got the alert, and tells what they got: word for word what the preview showed.
     *
     * @throws StoryException where somebody did not get it, or got something else
     */
    void hear(Told told);

    /** What was delivered so far, for {@code --json}. */
    List<Map<String, Object>> delivered();
}
