package org.carillon.router.transparency;

import org.apache.kafka.common.utils.Bytes;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.merkle.Frontier;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.HeadSigner;
import org.carillon.schemas.transparency.note.SignedHead;

/** Freezes a fact as the next entry and signs the tree that it makes. The same fact at the same place gives the same bytes. */
class EntryWriter {
    private final HeadSigner signer;

    EntryWriter(HeadSigner signer) {
        this.signer = signer;
    }

    /** What stands in the log from now on, and where the log then stands. */
    record Written(LogEntry entry, Bytes bytes, SignedHead head, LogState state) {}

    Written append(LogState state, LogFact fact) {
        LogEntry entry = new LogEntry(state.frontier().size(), fact);
        byte[] bytes =
                Topics.TRANSPARENCY_LOG.valueSerde().serializer().serialize(Topics.TRANSPARENCY_LOG.name(), entry);
        Frontier frontier = state.frontier().append(TreeHash.leaf(bytes));
        return new Written(entry, Bytes.wrap(bytes), signer.sign(frontier.size(), frontier.root()), state.at(frontier));
    }
}
