package org.carillon.schemas.transparency.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import org.carillon.schemas.transparency.merkle.TreeHash;

/** Signs the heads of a log. The same head always gets the same signature (Ed25519 has nothing random). Safe for threads. */
public final class HeadSigner {
    private final LogKey key;
    private final PrivateKey secret;

    private HeadSigner(LogKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /** With an Ed25519 pair. */
    public static HeadSigner of(String name, KeyPair pair) {
        return new HeadSigner(LogKey.of(name, pair.getPublic()), pair.getPrivate());
    }

    /** The name of an installation's log: that of its key ring, because an address on the web can change and a log's name must not. */
    public static String logName(String ringId) {
        return "carillon-log/" + ringId;
    }

    /** What everybody may know. */
    public LogKey key() {
        return key;
    }

    public SignedHead sign(long size, TreeHash root) {
        Checkpoint checkpoint = new Checkpoint(key.name(), size, root);
        return new SignedHead(checkpoint, sign(checkpoint.text()));
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return text + '\n' + SignedHead.line(key, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's key cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "HeadSigner[" + key + "]";
    }
}
