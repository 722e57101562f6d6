package org.carillon.channel.core.loop;

import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryTask;

/** What goes first: an answer must not wait behind a million routine notices, an urgent alert not behind answers. */
enum Priority {
    URGENT,
    REPLY,
    ROUTINE;

    static Priority of(DeliveryTask task) {
        return switch (task) {
            case DeliveryTask.OfAlert alert -> of(alert.lane());
            case DeliveryTask.OfReply reply -> REPLY;
        };
    }

    private static Priority of(Lane lane) {
        return switch (lane) {
            case URGENT -> URGENT;
            case ROUTINE -> ROUTINE;
        };
    }
}
