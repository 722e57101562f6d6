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
import org.jspecify.annotations.Nullable;

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
        return seal(ByteBuffer.allocate(Long.BYTES).putLong(number.digits()).array());
    }

    SealedContact seal(PushContact contact) {
        return seal(contact.toBytes());
    }

    E164 open(SealedContact contact) {
        byte[] plain = decrypt(contact);
        if (plain.length != Long.BYTES) {
            throw unreadable(null);
        }
        return new E164(ByteBuffer.wrap(plain).getLong());
    }

    PushContact openPush(SealedContact contact) {
        byte[] plain = decrypt(contact);
        if (plain.length <= Long.BYTES) {
            throw unreadable(null);
        }
        return PushContact.ofBytes(plain);
    }

    private SealedContact seal(byte[] plain) {
        try {
            return SealedContact.ofBytes(aead.encrypt(plain, associatedData));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("cannot seal a contact for purpose " + purpose, e);
        }
    }

    private byte[] decrypt(SealedContact contact) {
        try {
            return aead.decrypt(contact.toBytes(), associatedData);
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private KeyRingException unreadable(@Nullable Exception cause) {
        String message =
                "a contact of purpose " + purpose + " cannot be opened: it was sealed by another key ring, or for"
                        + " another purpose or channel, or is damaged";
        return cause == null ? new KeyRingException(message) : new KeyRingException(message, cause);
    }
}
