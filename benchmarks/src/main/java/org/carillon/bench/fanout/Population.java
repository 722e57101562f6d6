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
 * The subscriptions, always the same for the same number. One and a half districts each on average, half of them in the first
 * language, one in ten in plain language; contacts are as long as sealed telephone numbers and as random.
 */
public record Population(int size) {
    static final int HAMLET_SIZE = 100;
    private static final int SEALED = 41;

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
        return first(size);
    }

    Recipients hamlet() {
        return first(Math.min(size, HAMLET_SIZE));
    }

    private static Recipients first(int count) {
        Recipients recipients = new Recipients();
        for (int i = 0; i < count; i++) {
            recipients.add(partition(i), ordinal(i));
        }
        return recipients;
    }

    private static List<Integer> districts(int subscription, SplittableRandom random) {
        if (subscription < HAMLET_SIZE) {
            return List.of(BenchCity.HAMLET);
        }
        int dice = random.nextInt(10);
        int wanted = dice < 6 ? 1 : dice < 9 ? 2 : 3;
        TreeSet<Integer> districts = new TreeSet<>();
        while (districts.size() < wanted) {
            districts.add(district(random));
        }
        return List.copyOf(districts);
    }

    /** The first districts have many residents, the last ones few; nobody else lives in the hamlet. */
    private static int district(SplittableRandom random) {
        int one = random.nextInt(BenchCity.HAMLET);
        return Math.min(one, random.nextInt(BenchCity.HAMLET));
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
