package org.carillon.channel.core.loop;

import java.util.Optional;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.topic.Topic;

/**
 * The topics of one channel.
 *
 * @param replies answers in dialogues; empty where a channel has none
 * @param election the empty topic with one partition whose owner may send
 * @param intents one partition, written by this sender only
 * @param commands where it is written that the subscription of a contact that is gone ends; empty where nobody is told
 */
public record Routes(
        Topic<String, DeliveryBatch> urgent,
        Optional<Topic<String, Reply>> replies,
        Topic<String, DeliveryBatch> routine,
        Topic<String, SendMark> intents,
        Topic<?, ?> election,
        Optional<Topic<String, SubscriptionCommand>> commands) {}
