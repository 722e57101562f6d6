package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.resident.Reply;

/** One message to hand over: everything but the text of an alert, which stands in the renditions topic. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeliveryTask.OfAlert.class, name = "alert"),
    @JsonSubTypes.Type(value = DeliveryTask.OfReply.class, name = "reply")
})
public sealed interface DeliveryTask {
    DeliveryId deliveryId();

    String purpose();

    SealedContact contact();

    /** An alert's rendition to one recipient. */
    record OfAlert(
            DeliveryId deliveryId,
            String purpose,
            SealedContact contact,
            Recipient recipient,
            RenditionKey rendition,
            Lane lane,
            Instant expires)
            implements DeliveryTask {}

    /** An answer in a dialogue. */
    record OfReply(DeliveryId deliveryId, String purpose, SealedContact contact, Reply reply) implements DeliveryTask {}
}
