package org.carillon.hub.verify;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.carillon.schemas.transparency.merkle.ConsistencyProof;
import org.carillon.schemas.transparency.merkle.InclusionProof;
import org.carillon.schemas.transparency.merkle.MerkleTree;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.HeadSigner;

/** A log whose owner may lie: what it shows and what it has signed can differ. */
final class FakeLog implements LogSource {
    private static final int PAGE = 7;

    final HeadSigner signer;
    /** What it shows as entries. */
    final List<byte[]> shown = new ArrayList<>();

    /** What it gives proofs from. */
    private MerkleTree tree = new MerkleTree();

    private String head;

    private FakeLog(HeadSigner signer) {
        this.signer = signer;
        this.head = signer.sign(0, TreeHash.empty()).note();
    }

    static FakeLog of(HeadSigner signer, int entries) {
        FakeLog log = new FakeLog(signer);
        for (int i = 0; i < entries; i++) {
            log.shown.add(entry(i, "fact"));
        }
        log.sign();
        return log;
    }

    static HeadSigner signer() {
        try {
            return HeadSigner.of(
                    "carillon-log/test", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] entry(int index, String fact) {
        return "{\"index\":%d,\"fact\":\"%s\"}".formatted(index, fact).getBytes(StandardCharsets.UTF_8);
    }

    /** Builds the tree anew from what is shown, and signs that. */
    void sign() {
        tree = new MerkleTree();
        shown.forEach(entry -> tree.append(TreeHash.leaf(entry)));
        head = signer.sign(tree.size(), tree.root()).note();
    }

    void head(String note) {
        head = note;
    }

    @Override
    public String key() {
        return signer.key().toString();
    }

    @Override
    public String head() {
        return head;
    }

    @Override
    public List<byte[]> entries(long from) {
        return shown.subList((int) Math.min(from, shown.size()), (int) Math.min(from + PAGE, shown.size()));
    }

    @Override
    public InclusionProof inclusion(long index, long size) {
        return tree.inclusion(index, size);
    }

    @Override
    public ConsistencyProof consistency(long first, long second) {
        return tree.consistency(first, second);
    }
}
