package org.carillon.channel.web;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.carillon.channel.web.transparency.LogView;
import org.carillon.channel.web.transparency.PublicLog;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAct;
import org.carillon.schemas.transparency.LoggedAlert;
import org.carillon.schemas.transparency.merkle.MerkleTree;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.HeadSigner;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.transparency.note.SignedHead;

/** The log as a list. */
final class FakeLog implements PublicLog {
    static final HeadSigner SIGNER = signer();

    private final LogView view = new LogView(SIGNER.key());
    private final List<byte[]> leaves = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();
    private boolean there = true;

    /** An entry as its record has it. */
    record Written(String key, Bytes leaf, SignedHead head) {}

    Written append(LogFact fact) {
        LogEntry entry = new LogEntry(leaves.size(), fact);
        byte[] leaf =
                Topics.TRANSPARENCY_LOG.valueSerde().serializer().serialize(Topics.TRANSPARENCY_LOG.name(), entry);
        leaves.add(leaf);
        tree.append(TreeHash.leaf(leaf));
        SignedHead head = SIGNER.sign(tree.size(), tree.root());
        view.add(entry.key(), leaf, head.note());
        return new Written(entry.key(), Bytes.wrap(leaf), head);
    }

    void there(boolean now) {
        there = now;
    }

    static LogFact policy() {
        return new LogFact.PolicyChanged(Sample.NOON, List.of(new LogFact.Setting("correction.window", "PT1H")));
    }

    static LogFact act(LoggedAct act, ActDecider by) {
        return new LogFact.ActConfirmed(Sample.NOON, act, by);
    }

    static LogFact issued(Sample sample) {
        Alert alert = sample.alert();
        AlertContent content = alert.content();
        return new LogFact.Issued(new LoggedAlert(
                alert.id(),
                alert.verificationCode(),
                content.sender(),
                content.identifier(),
                content.sent(),
                content.status(),
                content.msgType(),
                content.severity(),
                content.topic(),
                List.copyOf(content.texts().keySet()),
                content.districts(),
                content.expires(),
                content.references(),
                alert.predecessors(),
                Decider.SECOND_PERSON,
                null,
                Sample.NOON,
                content.signature().state(),
                List.of(),
                null,
                content.renditionsDigest(),
                List.of()));
    }

    @Override
    public LogKey key() {
        return SIGNER.key();
    }

    @Override
    public Optional<LogView> view() {
        return there ? Optional.of(view) : Optional.empty();
    }

    @Override
    public List<byte[]> entries(long from, int most) {
        return leaves.subList((int) from, (int) Math.min(from + most, leaves.size()));
    }

    private static HeadSigner signer() {
        try {
            return HeadSigner.of(
                    "carillon-log/test", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
