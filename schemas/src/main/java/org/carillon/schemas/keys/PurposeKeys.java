package org.carillon.schemas.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

/** What is known only while a purpose lasts: its hash key and the keyset that seals contacts. */
final class PurposeKeys {
    private static final String PURPOSE = "purpose";
    private static final String HASH = "hash";
    private static final String AEAD = "aead";

    private final PurposeId purpose;
    private final HashKey hash;
    private final Aead aead;
    private final byte[] associatedData;

    private PurposeKeys(PurposeId purpose, HashKey hash, Aead aead) {
        this.purpose = purpose;
        this.hash = hash;
        this.aead = aead;
        this.associatedData = purpose.value().getBytes(StandardCharsets.UTF_8);
    }

    static KeyFile generate(String ring, PurposeId purpose) {
        try {
            AeadConfig.register();
            // TINK output prefix: a sealed contact names its key, so that the keyset can be rotated later.
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM);
            String aead = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            return new KeyFile(ring, Map.of(PURPOSE, purpose.value(), HASH, HashKey.generate(), AEAD, aead));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make an AES-GCM key", e);
        }
    }

    static PurposeKeys of(Path path, KeyFile file, PurposeId purpose) {
        if (!purpose.value().equals(file.get(path, PURPOSE))) {
            throw new KeyRingException(path + " holds the keys of another purpose: give it back its own name");
        }
        try {
            AeadConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(file.get(path, AEAD), InsecureSecretKeyAccess.get());
            Aead aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new PurposeKeys(purpose, HashKey.of(file.get(path, HASH), path), aead);
        } catch (GeneralSecurityException e) {
            throw KeyFile.damaged(path, "its keyset cannot be read");
        }
    }

    SubscriptionId subscriptionId(ContactId contact) {
        return SubscriptionId.ofBytes(hash.hash(contact.toBytes()));
    }

    SealedContact seal(E164 number) {
        byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(number.digits()).array();
        try {
            return SealedContact.ofBytes(aead.encrypt(plain, associatedData));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("cannot seal a contact for purpose " + purpose, e);
        }
    }

    E164 open(SealedContact contact) {
        try {
            return new E164(ByteBuffer.wrap(aead.decrypt(contact.toBytes(), associatedData))
                    .getLong());
        } catch (GeneralSecurityException e) {
            throw new KeyRingException(
                    "a contact of purpose " + purpose + " cannot be opened: it was sealed by another key ring, or for"
                            + " another purpose, or is damaged",
                    e);
        }
    }
}
