package org.carillon.bench.fanout;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.topic.Topics;

/**
 * The subscriptions, always the same for the same numbers. One and a half districts each on average, half of them in the first
 * language, one in ten in plain language; contacts are as long as sealed telephone numbers and as random.
 *
 * @param townSize residents of the town, scattered over all ordinals as those of a real district are
 */
public record Population(int size, int townSize) {
    static final int HAMLET_SIZE = 100;
    static final int VILLAGE_SIZE = 1000;
    private static final int SEALED = 41;

    public Population {
        if (townSize > size) {
            throw new IllegalArgumentException("the town has more residents than the city");
        }
    }

    /** One without a town. */
    public Population(int size) {
        this(size, 0);
    }

    /** Each subscription is that of one partition in turn. */
    public static int partition(int subscription) {
        return subscription % Topics.AUDIENCE_PARTITIONS;
    }

    public static int ordinal(int subscription) {
        return subscription / Topics.AUDIENCE_PARTITIONS;
    }

    public AudienceEntry entry(int subscription) {
        SplittableRandom random = new SplittableRandom(subscription);
        byte[] contact = new byte[SEALED];
        random.nextBytes(contact);
        return new AudienceEntry(
                districts(subscription, random),
                language(random),
                -1,
                level(random),
                topics(random),
                random.nextInt(10) == 0 ? ContentFormat.PLAIN : ContentFormat.STANDARD,
                0,
                ContactChannel.SMS,
                SealedContact.ofBytes(contact));
    }

    public Recipients everybody() {
        return range(0, size);
    }

    public Recipients hamlet() {
        return range(0, HAMLET_SIZE);
    }

    Recipients village() {
        return range(HAMLET_SIZE, HAMLET_SIZE + VILLAGE_SIZE);
    }

    /** The residents of the town. */
    public Recipients town() {
        Recipients recipients = new Recipients();
        for (int i = 0; i < townSize; i++) {
            recipients.add(partition(townsman(i)), ordinal(townsman(i)));
        }
        return recipients;
    }

    /** One in each stretch of the same length, at another place of each, so that no partition is without. */
    private int townsman(int i) {
        int stretch = size / townSize;
        return i * stretch + i % stretch;
    }

    private boolean inTown(int subscription) {
        if (townSize == 0) {
            return false;
        }
        int i = subscription / (size / townSize);
        return i < townSize && townsman(i) == subscription;
    }

    private Recipients range(int from, int to) {
        Recipients recipients = new Recipients();
        for (int i = from; i < Math.min(size, to); i++) {
            recipients.add(partition(i), ordinal(i));
        }
        return recipients;
    }

    private List<Integer> districts(int subscription, SplittableRandom random) {
        TreeSet<Integer> districts = new TreeSet<>();
        if (inTown(subscription)) {
            districts.add(BenchCity.TOWN);
        }
        if (subscription < HAMLET_SIZE) {
            districts.add(BenchCity.HAMLET);
            return List.copyOf(districts);
        } else if (subscription < HAMLET_SIZE + VILLAGE_SIZE) {
            districts.add(BenchCity.VILLAGE);
            return List.copyOf(districts);
        }
        int dice = random.nextInt(10);
        int wanted = dice < 6 ? 1 : dice < 9 ? 2 : 3;
        while (districts.size() < wanted) {
            districts.add(district(random));
        }
        return List.copyOf(districts);
    }

    /** The first districts have many residents, the last ones few; nobody else lives in the village or the hamlet. */
    private static int district(SplittableRandom random) {
        int one = random.nextInt(BenchCity.VILLAGE);
        return Math.min(one, random.nextInt(BenchCity.VILLAGE));
    }

    private static int language(SplittableRandom random) {
        int dice = random.nextInt(100);
        return dice < 50 ? 0 : dice < 75 ? 1 : dice < 87 ? 2 : dice < 95 ? 3 : 4;
    }

    /** A quarter of the topics, on average. */
    private static long topics(SplittableRandom random) {
        long some = random.nextLong(1L << BenchCity.TOPICS.size());
        return some & random.nextLong();
    }

    private static Level level(SplittableRandom random) {
        int dice = random.nextInt(10);
        return dice < 7 ? Level.SEVERE : dice < 9 ? Level.ALL : Level.EXTREME;
    }
}
