package org.carillon.channel.core.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;

/** Things to deliver, for tests that do not care what. */
public final class Tasks {
    public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    public static final AlertId ALERT = AlertId.of("test@example.org", "1", NOW);
    private static final SealedContact CONTACT = SealedContact.ofBytes(new byte[] {1});

    private Tasks() {}

    /** The delivery of {@link #ALERT} at that place of batch 0 in partition 5; expires in an hour. */
    public static DeliveryTask.OfAlert alert(int index) {
        return new DeliveryTask.OfAlert(
                new DeliveryId.OfAlert(new BatchId(ALERT, 5, 0), index),
                "alerts",
                CONTACT,
                new Recipient(5, index),
                new RenditionKey(ALERT, 1, "sms", "en", ContentFormat.STANDARD),
                Lane.URGENT,
                NOW.plusSeconds(3600));
    }

    /** An answer, written at {@link #NOW}. */
    public static DeliveryTask.OfReply reply(String id, ContactId contact) {
        Reply reply =
                new Reply(id, contact, "alerts", CONTACT, "en", ReplyKey.HELP, List.of(), List.of(), Map.of(), NOW);
        return new DeliveryTask.OfReply(new DeliveryId.OfReply(id), "alerts", CONTACT, reply);
    }
}
