package org.carillon.schemas.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Seals what the console hands out or keeps about officers: sessions in cookies, secrets of authenticator apps in their topic. What
 * is sealed for one use cannot be opened as another. May be used from any thread.
 */
public final class OfficeKeys {
    private static final String AEAD = "aead";

    private final Aead aead;

    private OfficeKeys(Aead aead) {
        this.aead = aead;
    }

    static Map<String, String> generate() {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return Map.of(AEAD, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make an AES-GCM key", e);
        }
    }

    static OfficeKeys of(Path path, KeyFile file) {
        try {
            AeadConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(file.get(path, AEAD), InsecureSecretKeyAccess.get());
            return new OfficeKeys(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw KeyFile.damaged(path, "its keyset cannot be read");
        }
    }

    /** Keys of their own, kept nowhere: for a process that has no ring, such as a test. */
    public static OfficeKeys ephemeral() {
        try {
            AeadConfig.register();
            return new OfficeKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make an AES-GCM key", e);
        }
    }

    /**
     * Encrypts.
     *
     * @param use what it is for, and whose: only the same opens it
     * @return base64url without padding
     */
    public String seal(String use, byte[] plain) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(aead.encrypt(plain, use.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    /** What {@link #seal} sealed for that use; empty for anything else. */
    public Optional<byte[]> open(String use, String sealed) {
        try {
            return Optional.of(
                    aead.decrypt(Base64.getUrlDecoder().decode(sealed), use.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
