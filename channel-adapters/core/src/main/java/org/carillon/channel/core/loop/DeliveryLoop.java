package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.owner.Ownership;
import org.carillon.schemas.resident.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due for one sender: nobody is missed and nobody is doubled, whichever process is killed. Of all instances started
 * for the sender one works, the others wait. See the module's RATIONALE.md for the protocol.
 */
public final class DeliveryLoop implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration MEMBERSHIP = Duration.ofMillis(200);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(7);
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    private final LoopConfig config;
    private final Routes routes;
    private final Channel channel;
    private final Function<Reply, String> replies;
    private final Clock clock;
    private final Tally tally = new Tally();
    private final Thread thread;
    private volatile boolean wanted = true;
    private volatile Check check = Check.failed("starting");

    /** A loop that is not started yet, of a channel without answers. */
    public DeliveryLoop(LoopConfig config, Routes routes, Channel channel, Clock clock) {
        this(config, routes, channel, DeliveryLoop::noAnswers, clock);
    }

    /**
     * A loop that is not started yet.
     *
     * @param replies renders an answer; the same text for the same reply, always
     */
    public DeliveryLoop(
            LoopConfig config, Routes routes, Channel channel, Function<Reply, String> replies, Clock clock) {
        this.config = config;
        this.routes = routes;
        this.channel = channel;
        this.replies = replies;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .name(channel.name() + "-" + config.sender())
                .uncaughtExceptionHandler((t, e) -> failed(e))
                .unstarted(this::run);
    }

    private static String noAnswers(Reply reply) {
        throw new IllegalStateException("this channel has no answers");
    }

    public void start() {
        thread.start();
    }

    /** Finishes the calls that are under way, writes their outcomes, and gives the sender up; takes at most 8 seconds. */
    @Override
    public void close() {
        wanted = false;
        try {
            if (!thread.join(STOP)) {
                LOGGER.atWarn().addKeyValue("sender", config.sender()).log("calls still under way: left in doubt");
                thread.interrupt();
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ready as owner and as stand-by; not ready while starting, while the provider refuses the sender, and after a failure. */
    public Check check() {
        return check;
    }

    public Counts counts() {
        return tally.counts();
    }

    private void run() {
        try {
            while (wanted) {
                stand();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check = Check.failed("stopped");
    }

    private void stand() throws InterruptedException {
        try (Ownership ownership = new Ownership(membership(), routes.election().name())) {
            while (wanted) {
                if (ownership.poll(STANDBY)) {
                    own(ownership);
                } else if (wanted && !check.ok()) {
                    check = Check.ok("stand-by: waiting for the sender");
                }
            }
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            LOGGER.atWarn().addKeyValue("sender", config.sender()).setCause(e).log("cannot stand for the sender");
            check = Check.failed("Kafka: " + e.getClass().getSimpleName());
            Thread.sleep(RECOVERY);
        }
    }

    private static InterruptedException interrupted(InterruptException e) {
        InterruptedException same = new InterruptedException("while waiting for Kafka");
        same.initCause(e);
        return same;
    }

    private void own(Ownership ownership) throws InterruptedException {
        try (Tenure tenure = new Tenure(config, routes, channel, replies, () -> wanted, clock, tally)) {
            tenure.start();
            long polled = System.nanoTime();
            boolean held = true;
            while (wanted && held) {
                tenure.round();
                check = sending(tenure);
                if (System.nanoTime() - polled > MEMBERSHIP.toNanos()) {
                    held = ownership.poll(Duration.ZERO);
                    polled = System.nanoTime();
                }
            }
            tenure.finish();
            check = Check.ok("stand-by: the sender was given up");
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            LOGGER.atWarn().addKeyValue("sender", config.sender()).log("another instance has taken the sender over");
            check = Check.ok("stand-by: another instance has the sender");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOGGER.atWarn().addKeyValue("sender", config.sender()).setCause(e).log("starting over from the topics");
            check = Check.failed("Kafka: " + e.getClass().getSimpleName());
            Thread.sleep(RECOVERY);
        }
    }

    private Check sending(Tenure tenure) {
        if (!tenure.pause().isOver()) {
            return Check.failed("the provider takes nothing from this sender; next try at "
                    + tenure.pause().until());
        }
        Check way = channel.check();
        return way.ok() ? Check.ok("sending") : way;
    }

    private void failed(Throwable e) {
        check = Check.failed("failed: " + e.getClass().getSimpleName());
        LOGGER.atError().addKeyValue("sender", config.sender()).setCause(e).log("the delivery loop has failed");
    }

    private Properties membership() {
        Properties all = new Properties();
        all.putAll(config.kafka());
        all.put(ConsumerConfig.GROUP_ID_CONFIG, "carillon-" + channel.name() + "-" + config.sender() + "-owner");
        config.instance().ifPresent(name -> all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        all.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                Long.toString(config.session().toMillis()));
        all.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Long.toString(config.session().toMillis() / 5));
        all.put(
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                Long.toString(config.maxPoll().toMillis()));
        return all;
    }
}
