package org.carillon.schemas.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The keys by which this installation signs CAP messages, the same for every instance that shares the ring: one signs, those proposed
 * wait, and of those before there is the certificate alone. May be used from any thread. Methods throw {@link KeyRingException} where a
 * file is lost, damaged or cannot be written.
 */
public final class SigningKeys {
    private static final String NOTE = "signing";
    private static final String REGISTER_NOTE = "signing-keys";

    private final RingFiles files;
    private final Supplier<Map<String, String>> maker;

    /**
     * Makes the first key where the ring never had one, and ends what a crash has cut short.
     *
     * @param maker makes a pair, as its file has it
     */
    SigningKeys(RingFiles files, Supplier<Map<String, String>> maker) {
        this.files = files;
        this.maker = maker;
        locked(() -> {
            makeFirst();
            tidy(register());
            return this;
        });
    }

    /** Whether a key signs, has signed, or may. */
    public enum State {
        CURRENT,
        PROPOSED,
        FORMER
    }

    /** A certificate and what its key does. */
    public record Listed(SigningCertificate certificate, State state) {}

    /** The one that signs. */
    public SigningIdentity current() {
        return locked(() -> {
            SigningRegister register = register();
            return identity(register, register.current());
        });
    }

    /** All of them: the one that signs, then those that wait, then those before, the newest first. */
    public List<Listed> all() {
        return locked(() -> {
            SigningRegister register = register();
            List<Listed> all = new ArrayList<>();
            all.add(new Listed(identity(register, register.current()).published(), State.CURRENT));
            for (String fingerprint : register.proposed().reversed()) {
                all.add(new Listed(identity(register, fingerprint).published(), State.PROPOSED));
            }
            for (String text : List.copyOf(register.former().values()).reversed()) {
                all.add(new Listed(certificate(text), State.FORMER));
            }
            return all;
        });
    }

    /** Makes another one, which signs nothing before {@link #use}; takes a second. */
    public SigningCertificate propose() {
        Map<String, String> pair = maker.get();
        SigningCertificate made =
                certificate(Objects.requireNonNull(pair.get(SigningKeyFile.CERTIFICATE), "a pair has its certificate"));
        return locked(() -> {
            files.write(SigningRegister.fileOf(made.fingerprint()), pair);
            keep(register().withProposed(made.fingerprint()));
            return made;
        });
    }

    /**
     * From now on a proposed one signs: the key before it is destroyed, its certificate kept. Nothing changes where it signs already, has
     * signed before, or is not in the ring.
     *
     * @return the one that signs
     */
    public SigningIdentity use(String fingerprint) {
        return locked(() -> {
            SigningRegister register = register();
            SigningIdentity present = identity(register, register.current());
            if (!register.proposed().contains(fingerprint)) {
                return present;
            }
            SigningIdentity next = identity(register, fingerprint);
            keep(register.succeededBy(fingerprint, SigningKeyFile.text(present.certificate())));
            files.folder().wipe(register.file(register.current()));
            return next;
        });
    }

    /** Destroys a proposed one. Safe to repeat; nothing changes where it is not proposed. */
    public void discard(String fingerprint) {
        locked(() -> {
            SigningRegister register = register();
            if (register.proposed().contains(fingerprint)) {
                keep(register.without(fingerprint));
                files.folder().wipe(register.file(fingerprint));
            }
            return this;
        });
    }

    /** Notes in {@code ring.json} that there is one, so that a loss is noticed and no other takes its place in silence. */
    private void makeFirst() throws IOException {
        if (!files.has(SigningRegister.FIRST_FILE) && !files.has(SigningRegister.FILE) && !files.isNoted(NOTE)) {
            files.write(SigningRegister.FIRST_FILE, maker.get());
        }
        files.note(NOTE, SigningRegister.FIRST_FILE);
    }

    /** A key that nothing names was made or ended by a process that was killed meanwhile. */
    private void tidy(SigningRegister register) throws IOException {
        if (files.has(SigningRegister.FILE)) {
            files.note(REGISTER_NOTE, SigningRegister.FILE);
        }
        for (String file : files.folder().names()) {
            if (SigningRegister.isUnfinished(file) || (SigningRegister.isKeyFile(file) && !register.needs(file))) {
                files.folder().wipe(file);
            }
        }
    }

    private SigningRegister register() {
        if (files.has(SigningRegister.FILE) || files.isNoted(REGISTER_NOTE)) {
            return SigningRegister.read(files.folder().file(SigningRegister.FILE), files.read(SigningRegister.FILE));
        }
        return SigningRegister.of(in(SigningRegister.FIRST_FILE).fingerprint());
    }

    private void keep(SigningRegister register) throws IOException {
        files.write(SigningRegister.FILE, register.values());
        files.note(REGISTER_NOTE, SigningRegister.FILE);
    }

    private SigningIdentity identity(SigningRegister register, String fingerprint) {
        return in(register.file(fingerprint));
    }

    private SigningIdentity in(String file) {
        return SigningKeyFile.of(files.folder().file(file), files.read(file));
    }

    private SigningCertificate certificate(String text) {
        try {
            return new SigningCertificate(SigningKeyFile.certificate(text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw KeyFile.damaged(
                    files.folder().file(SigningRegister.FILE), "a certificate of a former key cannot be read");
        }
    }

    private <T> T locked(RingFolder.Work<T> work) {
        try {
            return files.folder().locked(work);
        } catch (IOException e) {
            throw new KeyRingException(
                    "cannot read or write the signing keys in " + files.folder() + " ("
                            + e.getClass().getSimpleName() + "): let the user that runs the hub write that folder",
                    e);
        }
    }
}
