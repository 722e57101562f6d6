package org.carillon.schemas.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.text.Base32;
import org.carillon.schemas.yaml.Problem;

/**
 * The keys of an installation, in a folder of their own outside the data: whoever has only the data, or a backup of it,
 * can read no contact. May be used from any thread. Every method that needs a purpose throws
 * {@link PurposeEndedException} after its sunset and {@link KeyRingException} for one that the ring does not know.
 */
public final class KeyRing {
    private final RingFiles files;
    private final Clock clock;
    private final HashKey contactKey;
    private final HashKey ledgerKey;
    private final HashKey manageKey;
    private final KeyPair vapid;
    private final KeyPair log;
    private final OfficeKeys office;
    private final PurposeRing purposes;

    private KeyRing(RingFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.contactKey = hashKey(RingMaker.CONTACT_FILE);
        this.ledgerKey = hashKey(RingMaker.LEDGER_FILE);
        this.manageKey = hashKey(RingMaker.MANAGE_FILE);
        this.vapid = KeyPairFile.VAPID.of(files.folder().file(RingMaker.VAPID_FILE), files.read(RingMaker.VAPID_FILE));
        this.log = KeyPairFile.LOG.of(files.folder().file(RingMaker.LOG_FILE), files.read(RingMaker.LOG_FILE));
        this.office = OfficeKeys.of(files.folder().file(RingMaker.OFFICE_FILE), files.read(RingMaker.OFFICE_FILE));
        this.purposes = new PurposeRing(files, clock);
    }

    /**
     * Opens the ring of a folder; makes it, and keys for purposes that are new to it, where they are missing.
     *
     * @param dir the folder; see {@link #check}
     * @param purposes the purposes of the city pack; one that was destroyed stays destroyed
     * @throws KeyRingException if the ring is unreadable, damaged, mixed with another's files, or open to other users
     */
    public static KeyRing open(Path dir, Collection<PurposeId> purposes, Clock clock) {
        RingFolder folder = new RingFolder(dir);
        try {
            folder.create();
            folder.requireClosed();
            if (RingMaker.isIncomplete(folder, purposes)) {
                folder.change(() -> RingMaker.complete(folder, purposes, clock));
            }
            KeyFile ring = KeyFile.read(folder.file(RingFiles.RING_FILE));
            KeyRing opened = new KeyRing(new RingFiles(folder, ring.ring()), clock);
            for (PurposeId purpose : RingMaker.union(RingMaker.listed(ring), purposes)) {
                opened.purposes.load(purpose);
            }
            return opened;
        } catch (IOException e) {
            throw new KeyRingException(
                    "cannot open the key ring " + dir + " (" + e.getClass().getSimpleName()
                            + "): let the user that runs the hub read and write that folder",
                    e);
        }
    }

    /** Whether a ring lies in that folder. */
    public static boolean exists(Path dir) {
        return new RingFolder(dir).has(RingFiles.RING_FILE);
    }

    /** Why the keys must not lie there: inside the data folder a backup of the data would hold the keys to it. */
    public static Optional<Problem> check(Path dataDir, Path keysDir) {
        return DataMark.inside(dataDir, keysDir);
    }

    /**
     * Marks a new data folder as sealed by this ring, or says that it was sealed by another, whose contacts this ring
     * could not open.
     */
    public Optional<Problem> claim(Path dataDir) {
        return new DataMark(dataDir).claim(files);
    }

    /** Says where a data folder was sealed by another ring; marks nothing. */
    public Optional<Problem> foreign(Path dataDir) {
        return new DataMark(dataDir).foreign(files);
    }

    /** Names the ring; not secret. */
    public String id() {
        return files.ring();
    }

    /** The id that stands for a number throughout this installation. */
    public ContactId contactId(E164 number) {
        return ContactId.ofBytes(contactKey.hash(number.value().getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * The id that stands for a browser throughout this installation: of its endpoint alone, so that new keys of the same
     * browser replace the old ones. No number has the same.
     */
    public ContactId contactId(PushContact contact) {
        return ContactId.ofBytes(contactKey.hash(("push\0" + contact.endpoint()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** The id of a contact in the ledger of stops and erasures. */
    public LedgerId ledgerId(ContactId contact) {
        return LedgerId.ofBytes(ledgerKey.hash(contact.toBytes()));
    }

    /** The id of a contact's subscription for a purpose. */
    public SubscriptionId subscriptionId(PurposeId purpose, ContactId contact) {
        return purposes.keys(purpose).subscriptionId(contact);
    }

    /** Encrypts a number for a purpose. */
    public SealedContact seal(PurposeId purpose, E164 number) {
        return purposes.keys(purpose).seal(number);
    }

    /**
     * Decrypts what {@link #seal} made for the same purpose.
     *
     * @throws KeyRingException if another ring or purpose sealed it, or it is damaged
     */
    public E164 open(PurposeId purpose, SealedContact contact) {
        return purposes.keys(purpose).open(contact);
    }

    /** Encrypts a browser's contact for a purpose. */
    public SealedContact seal(PurposeId purpose, PushContact contact) {
        return purposes.keys(purpose).seal(contact);
    }

    /**
     * Decrypts a browser's contact that {@link #seal(PurposeId, PushContact)} made for the same purpose.
     *
     * @throws KeyRingException if another ring or purpose sealed it, it is not a browser's, or it is damaged
     */
    public PushContact openPush(PurposeId purpose, SealedContact contact) {
        return purposes.keys(purpose).openPush(contact);
    }

    /** The secret by which whoever made a subscription manages it; the same for the same subscription, and stored nowhere. */
    public String manageToken(SubscriptionId subscription) {
        return Base32.encode(manageKey.hash(("manage\0" + subscription.value()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether that is the subscription's token; takes the same time for every wrong one. */
    public boolean isManageToken(SubscriptionId subscription, String token) {
        return MessageDigest.isEqual(
                manageToken(subscription).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Stands for a document that nobody must be able to guess from it, such as a list of one telephone number.
     *
     * @param digest of the document
     * @return 26 characters, the same for the same digest
     */
    public String fingerprint(String digest) {
        return Base32.encode(manageKey.hash(("document\0" + digest).getBytes(StandardCharsets.UTF_8)));
    }

    /** The pair by which push services know this installation: P-256, for signing only (RFC 8292, 3.2). */
    public KeyPair vapidKeys() {
        return vapid;
    }

    /** The pair with which the heads of the transparency log are signed: Ed25519. */
    public KeyPair logKeys() {
        return log;
    }

    /** What seals officers' sessions and the secrets of their authenticator apps. */
    public OfficeKeys officeKeys() {
        return office;
    }

    /**
     * The keys by which this installation signs CAP messages, the same for every instance that shares the ring. The first is made when
     * first asked for, which takes a second.
     *
     * @param name what certificates are made out to
     */
    public SigningKeys signingKeys(String name) {
        return new SigningKeys(files, () -> SigningKeyFile.generate(name, SigningKeyFile.BITS, clock.instant()));
    }

    /** The purposes whose keys are there, in alphabetical order. */
    public List<PurposeId> purposes() {
        return purposes.all();
    }

    /** Whether the purpose's keys were destroyed. */
    public boolean isEnded(PurposeId purpose) {
        return purposes.isEnded(purpose);
    }

    /** Sunset: destroys a purpose's keys for good. Safe to repeat. */
    public void destroy(PurposeId purpose) {
        purposes.destroy(purpose);
    }

    private HashKey hashKey(String name) {
        Path file = files.folder().file(name);
        return HashKey.of(files.read(name).get(file, RingMaker.KEY), file);
    }

    @Override
    public String toString() {
        return "KeyRing[" + files.folder() + "]";
    }
}
