package org.carillon.channel.core.loop;

import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.topic.Topic;

/**
 * The topics of one channel.
 *
 * @param election the empty topic with one partition whose owner may send
 * @param intents one partition, written by this sender only
 */
public record Routes(
        Topic<String, DeliveryBatch> urgent,
        Topic<String, Reply> replies,
        Topic<String, DeliveryBatch> routine,
        Topic<String, SendMark> intents,
        Topic<?, ?> election) {}
