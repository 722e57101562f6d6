package org.carillon.schemas.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carillon.schemas.text.Base32;
import org.carillon.schemas.yaml.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation, in a folder of their own outside the data: whoever has only the data, or a backup of it,
 * can read no contact. May be used from any thread. Every method that needs a purpose throws
 * {@link PurposeEndedException} after its sunset and {@link KeyRingException} for one that the ring does not know.
 */
public final class KeyRing {
    private static final String RING_FILE = "ring.json";
    private static final String CONTACT_FILE = "contact.json";
    private static final String LEDGER_FILE = "ledger.json";
    private static final String MANAGE_FILE = "manage.json";
    private static final String VAPID_FILE = "vapid.json";
    private static final String LOG_FILE = "log.json";
    private static final String OFFICE_FILE = "office.json";
    private static final String SIGNING_FILE = "signing.json";
    private static final String OWNER_FILE = "keyring.id";
    private static final String KEY = "key";
    private static final String PURPOSES = "purposes";
    private static final String LATER = "later";
    private static final String SIGNING = "signing";

    /** Files that older rings do not have; those that a ring has once had are named in it, so that a loss is noticed. */
    private static final List<String> LATER_FILES = List.of(MANAGE_FILE, VAPID_FILE, LOG_FILE, OFFICE_FILE);

    private static final int RING_ID_BYTES = 10;

    private final RingFolder folder;
    private final Clock clock;
    private final String id;
    private final HashKey contactKey;
    private final HashKey ledgerKey;
    private final HashKey manageKey;
    private final KeyPair vapid;
    private final KeyPair log;
    private final OfficeKeys office;
    private final Map<PurposeId, PurposeKeys> purposes = new ConcurrentHashMap<>();
    private final Set<PurposeId> ended = ConcurrentHashMap.newKeySet();

    private KeyRing(RingFolder folder, Clock clock, KeyFile ring) {
        this.folder = folder;
        this.clock = clock;
        this.id = ring.ring();
        this.contactKey = hashKey(CONTACT_FILE);
        this.ledgerKey = hashKey(LEDGER_FILE);
        this.manageKey = hashKey(MANAGE_FILE);
        this.vapid = KeyPairFile.VAPID.of(folder.file(VAPID_FILE), readOwn(VAPID_FILE));
        this.log = KeyPairFile.LOG.of(folder.file(LOG_FILE), readOwn(LOG_FILE));
        this.office = OfficeKeys.of(folder.file(OFFICE_FILE), readOwn(OFFICE_FILE));
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
            if (isIncomplete(folder, purposes)) {
                folder.change(() -> complete(folder, purposes, clock));
            }
            KeyFile ring = KeyFile.read(folder.file(RING_FILE));
            KeyRing opened = new KeyRing(folder, clock, ring);
            for (PurposeId purpose : union(listed(ring), purposes)) {
                opened.load(purpose);
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
        return new RingFolder(dir).has(RING_FILE);
    }

    /** Why the keys must not lie there: inside the data folder a backup of the data would hold the keys to it. */
    public static Optional<Problem> check(Path dataDir, Path keysDir) {
        Path data = real(dataDir);
        Path keys = real(keysDir);
        return keys.startsWith(data)
                ? Optional.of(Problem.ofFile(
                        keysDir.toString(),
                        "the key ring lies inside the data folder " + dataDir
                                + ": name a folder outside it with --keys, such as " + dataDir + ".keys"))
                : Optional.empty();
    }

    /**
     * Marks a new data folder as sealed by this ring, or says that it was sealed by another, whose contacts this ring
     * could not open.
     */
    public Optional<Problem> claim(Path dataDir) {
        Path mark = dataDir.resolve(OWNER_FILE);
        try {
            if (!Files.exists(mark)) {
                Files.createDirectories(dataDir);
                Files.writeString(mark, id);
            }
        } catch (IOException e) {
            return Optional.of(unusable(mark, e));
        }
        return foreign(dataDir);
    }

    /** Says where a data folder was sealed by another ring; marks nothing. */
    public Optional<Problem> foreign(Path dataDir) {
        Path mark = dataDir.resolve(OWNER_FILE);
        try {
            return !Files.exists(mark) || Files.readString(mark).strip().equals(id)
                    ? Optional.empty()
                    : Optional.of(Problem.ofFile(
                            mark.toString(),
                            "the data in " + dataDir + " was sealed with another key ring than " + folder
                                    + ": name the right one with --keys"));
        } catch (IOException e) {
            return Optional.of(unusable(mark, e));
        }
    }

    private static Problem unusable(Path mark, IOException e) {
        return Problem.ofFile(
                mark.toString(),
                "cannot be read or written (" + e.getClass().getSimpleName()
                        + "): let the user that runs the hub read and write it");
    }

    /** Names the ring; not secret. */
    public String id() {
        return id;
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
        return keys(purpose).subscriptionId(contact);
    }

    /** Encrypts a number for a purpose. */
    public SealedContact seal(PurposeId purpose, E164 number) {
        return keys(purpose).seal(number);
    }

    /**
     * Decrypts what {@link #seal} made for the same purpose.
     *
     * @throws KeyRingException if another ring or purpose sealed it, or it is damaged
     */
    public E164 open(PurposeId purpose, SealedContact contact) {
        return keys(purpose).open(contact);
    }

    /** Encrypts a browser's contact for a purpose. */
    public SealedContact seal(PurposeId purpose, PushContact contact) {
        return keys(purpose).seal(contact);
    }

    /**
     * Decrypts a browser's contact that {@link #seal(PurposeId, PushContact)} made for the same purpose.
     *
     * @throws KeyRingException if another ring or purpose sealed it, it is not a browser's, or it is damaged
     */
    public PushContact openPush(PurposeId purpose, SealedContact contact) {
        return keys(purpose).openPush(contact);
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
     * The key and certificate by which this installation signs CAP messages: the same for every instance that shares the ring.
     * Made when first asked for, which takes a second.
     *
     * @param name what the certificate is made out to
     */
    public SigningIdentity signingIdentity(String name) {
        if (!folder.has(SIGNING_FILE)) {
            try {
                folder.change(() -> addSigning(name));
            } catch (IOException e) {
                throw new KeyRingException(
                        "cannot write the signing key into " + folder + " ("
                                + e.getClass().getSimpleName() + "): let the user that runs the hub write that folder",
                        e);
            }
        }
        return SigningKeys.of(folder.file(SIGNING_FILE), readOwn(SIGNING_FILE));
    }

    /** Notes in {@code ring.json} that there is one, so that a loss is noticed and no other takes its place in silence. */
    private void addSigning(String name) throws IOException {
        KeyFile ring = KeyFile.read(folder.file(RING_FILE));
        if (folder.has(SIGNING_FILE) || ring.values().containsKey(SIGNING)) {
            return;
        }
        folder.write(SIGNING_FILE, new KeyFile(id, SigningKeys.generate(name, clock.instant())).toBytes());
        Map<String, String> content = new HashMap<>(ring.values());
        content.put(SIGNING, SIGNING_FILE);
        folder.write(RING_FILE, new KeyFile(id, content).toBytes());
    }

    /** The purposes whose keys are there, in alphabetical order. */
    public List<PurposeId> purposes() {
        return purposes.keySet().stream().sorted().toList();
    }

    /** Whether the purpose's keys were destroyed. */
    public boolean isEnded(PurposeId purpose) {
        return ended.contains(purpose);
    }

    /** Sunset: destroys a purpose's keys for good. Safe to repeat. */
    public void destroy(PurposeId purpose) {
        ended.add(purpose);
        purposes.remove(purpose);
        try {
            folder.change(() -> end(purpose));
        } catch (IOException e) {
            throw new KeyRingException(
                    "cannot destroy the keys of purpose " + purpose + " in " + folder + " ("
                            + e.getClass().getSimpleName() + "): delete " + purposeFile(purpose) + " by hand",
                    e);
        }
    }

    /** First the mark: a crash between the two must not let the next start make or use keys again. */
    private void end(PurposeId purpose) throws IOException {
        if (!folder.has(endedFile(purpose))) {
            Map<String, String> mark =
                    Map.of("purpose", purpose.value(), "at", clock.instant().toString());
            folder.write(endedFile(purpose), new KeyFile(id, mark).toBytes());
        }
        folder.wipe(purposeFile(purpose));
    }

    private PurposeKeys keys(PurposeId purpose) {
        PurposeKeys keys = purposes.get(purpose);
        if (keys != null) {
            return keys;
        }
        throw ended.contains(purpose)
                ? new PurposeEndedException(purpose)
                : new KeyRingException("the key ring " + folder + " knows no purpose " + purpose);
    }

    private void load(PurposeId purpose) throws IOException {
        if (folder.has(endedFile(purpose))) {
            ended.add(purpose);
            folder.wipe(purposeFile(purpose));
        } else {
            purposes.put(
                    purpose, PurposeKeys.of(folder.file(purposeFile(purpose)), readOwn(purposeFile(purpose)), purpose));
        }
    }

    private HashKey hashKey(String name) {
        Path file = folder.file(name);
        return HashKey.of(readOwn(name).get(file, KEY), file);
    }

    private KeyFile readOwn(String name) {
        if (!folder.has(name)) {
            throw new KeyRingException(
                    "the key ring " + folder + " has lost its " + name + ": restore it from its backup");
        }
        KeyFile file = KeyFile.read(folder.file(name));
        if (!file.ring().equals(id)) {
            throw new KeyRingException(folder.file(name) + " belongs to another key ring (" + file.ring() + ", not "
                    + id + "): restore the whole folder from one backup");
        }
        return file;
    }

    private static boolean isIncomplete(RingFolder folder, Collection<PurposeId> purposes) {
        if (!folder.has(RING_FILE)) {
            return true;
        }
        KeyFile ring = KeyFile.read(folder.file(RING_FILE));
        return !listed(ring).containsAll(purposes) || !later(ring).containsAll(LATER_FILES);
    }

    /** Writes what is missing; {@code ring.json} last, so that a ring that is there is whole. */
    private static void complete(RingFolder folder, Collection<PurposeId> purposes, Clock clock) throws IOException {
        boolean exists = folder.has(RING_FILE);
        KeyFile known = exists ? KeyFile.read(folder.file(RING_FILE)) : null;
        String ring = known == null ? startNew(folder) : known.ring();
        Set<PurposeId> before = known == null ? Set.of() : listed(known);
        for (PurposeId purpose : new TreeSet<>(purposes)) {
            boolean isNew = !before.contains(purpose);
            if (isNew && !folder.has(endedFile(purpose)) && !folder.has(purposeFile(purpose))) {
                folder.write(
                        purposeFile(purpose),
                        PurposeKeys.generate(ring, purpose).toBytes());
            }
        }
        writeLater(folder, ring, known == null ? List.of() : later(known));
        String all = union(before, purposes).stream().map(PurposeId::value).collect(Collectors.joining(","));
        String created = known == null ? clock.instant().toString() : known.get(folder.file(RING_FILE), "created");
        Map<String, String> content = new HashMap<>(known == null ? Map.of() : known.values());
        content.putAll(Map.of(PURPOSES, all, "created", created, LATER, String.join(",", LATER_FILES)));
        folder.write(RING_FILE, new KeyFile(ring, content).toBytes());
    }

    /** Makes those that the ring never had; one that it had and that is gone stays gone, and stops the start. */
    private static void writeLater(RingFolder folder, String ring, List<String> had) throws IOException {
        Map<String, Supplier<Map<String, String>>> makers = Map.of(
                MANAGE_FILE, () -> Map.of(KEY, HashKey.generate()),
                VAPID_FILE, KeyPairFile.VAPID::generate,
                OFFICE_FILE, OfficeKeys::generate,
                LOG_FILE, KeyPairFile.LOG::generate);
        for (String name : LATER_FILES) {
            if (!folder.has(name) && !had.contains(name)) {
                folder.write(
                        name,
                        new KeyFile(
                                        ring,
                                        Objects.requireNonNull(makers.get(name)).get())
                                .toBytes());
            }
        }
    }

    private static List<String> later(KeyFile ring) {
        return List.of(ring.values().getOrDefault(LATER, "").split(","));
    }

    /** The id of a ring whose hash keys are written; takes up a start that was cut short before {@code ring.json}. */
    private static String startNew(RingFolder folder) throws IOException {
        @Nullable String begun = null;
        for (String name : List.of(CONTACT_FILE, LEDGER_FILE)) {
            if (folder.has(name)) {
                begun = KeyFile.read(folder.file(name)).ring();
            }
        }
        byte[] random = new byte[RING_ID_BYTES];
        new SecureRandom().nextBytes(random);
        String ring = begun == null ? Base32.encode(random) : begun;
        for (String name : List.of(CONTACT_FILE, LEDGER_FILE)) {
            if (!folder.has(name)) {
                folder.write(name, new KeyFile(ring, Map.of(KEY, HashKey.generate())).toBytes());
            }
        }
        return ring;
    }

    private static Set<PurposeId> listed(KeyFile ring) {
        String names = ring.values().getOrDefault(PURPOSES, "");
        return Arrays.stream(names.split(","))
                .filter(PurposeId::isValid)
                .map(PurposeId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<PurposeId> union(Collection<PurposeId> some, Collection<PurposeId> others) {
        Set<PurposeId> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String purposeFile(PurposeId purpose) {
        return "purpose-" + purpose + ".json";
    }

    private static String endedFile(PurposeId purpose) {
        return "ended-" + purpose + ".json";
    }

    /** The path with every link resolved, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name.toString());
        }
    }

    @Override
    public String toString() {
        return "KeyRing[" + folder + "]";
    }
}
