package org.carillon.router.lifecycle;

import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.transparency.LogFact;
import org.jspecify.annotations.Nullable;

/** One thing that a decision changes; all those of one decision become visible together, in this order. */
sealed interface Effect {
    /** The alert now stands so, in the store and for everybody. */
    record Keep(AlertRecord alert) implements Effect {}

    /** What is known under this name. */
    record Name(String sender, String identifier, NamedAlerts names) implements Effect {}

    record Log(HistoryEntry entry) implements Effect {}

    /** A rendition, or with null its tombstone. */
    record PutRendition(RenditionKey key, @Nullable Rendition rendition) implements Effect {}

    record PutDocument(AlertId id, CapBytes document) implements Effect {}

    record PutGate(GateEntry entry) implements Effect {}

    /** To the public log. */
    record Publish(LogFact fact) implements Effect {}
    /** To an officer or tester, by SMS. */
    record Tell(Reply notice) implements Effect {}

    /** To every audience partition. */
    record Ask(AudienceQuery query) implements Effect {}
}
