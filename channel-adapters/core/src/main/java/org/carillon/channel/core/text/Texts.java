package org.carillon.channel.core.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.resident.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text of every message: an alert's rendition as it was frozen, verbatim, or an answer rendered from its facts. Used by the
 * loop's thread only, which feeds it the renditions topic in order.
 */
public final class Texts {
    private static final Logger LOGGER = LoggerFactory.getLogger(Texts.class);

    /** Argument of a reply that names a rendition which is sent verbatim: an exercise, to a tester. */
    private static final String RENDITION = "rendition";

    private final String channel;
    private final Function<Reply, String> replies;
    private final ToIntFunction<String> cost;
    private final Map<String, String> frozen = new HashMap<>();
    private final Map<String, Text> counted = new HashMap<>();

    /**
     * No texts yet.
     *
     * @param channel renditions of other channels are passed over
     * @param replies renders an answer; must give the same text for the same reply, also after a restart
     * @param cost what a text takes of the sender's budget
     */
    public Texts(String channel, Function<Reply, String> replies, ToIntFunction<String> cost) {
        this.channel = channel;
        this.replies = replies;
        this.cost = cost;
    }

    /** Takes one record of the renditions topic. */
    public void apply(String key, @Nullable Rendition rendition) {
        if (rendition == null) {
            frozen.remove(key);
            counted.remove(key);
        } else if (rendition.channel().equals(channel)) {
            frozen.put(key, rendition.body());
            counted.remove(key);
        }
    }

    /** The text; empty while the rendition has not come, and where an answer cannot be rendered. */
    public Optional<Text> of(DeliveryTask task) {
        return switch (task) {
            case DeliveryTask.OfAlert alert -> frozen(alert.rendition().path());
            case DeliveryTask.OfReply reply -> {
                String rendition = reply.reply().args().get(RENDITION);
                yield rendition == null ? rendered(reply) : frozen(rendition);
            }
        };
    }

    /** Whether its rendition has still to come. */
    public boolean isAwaited(DeliveryTask.OfReply task) {
        String rendition = task.reply().args().get(RENDITION);
        return rendition != null && !frozen.containsKey(rendition);
    }

    /** Counted when it is first sent: at a start there are many that never will be again. */
    private Optional<Text> frozen(String key) {
        Text known = counted.get(key);
        String body = frozen.get(key);
        if (known == null && body != null) {
            known = text(body);
            counted.put(key, known);
        }
        return Optional.ofNullable(known);
    }

    private Optional<Text> rendered(DeliveryTask.OfReply task) {
        try {
            return Optional.of(text(replies.apply(task.reply())));
        } catch (RuntimeException e) {
            LOGGER.atError()
                    .addKeyValue("deliveryId", task.deliveryId().path())
                    .addKeyValue("reply", task.reply().key())
                    .setCause(e)
                    .log("an answer cannot be rendered");
            return Optional.empty();
        }
    }

    private Text text(String body) {
        return new Text(body, cost.applyAsInt(body));
    }
}
