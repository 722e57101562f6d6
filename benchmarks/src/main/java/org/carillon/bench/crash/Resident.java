package org.carillon.bench.crash;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.topic.Topics;

/**
 * One subscription as a number: where it lives in the low byte, which language it reads above it. Subscription {@code i} has the
 * partition and ordinal that follow from {@code i}, and a contact in which {@code i} stands.
 */
final class Resident {
    /** What stands for a subscription that there is not. */
    static final short NOBODY = -1;

    private static final int WARNED = 8;
    private static final int SEALED = 41;

    private Resident() {}

    static short any(Random random) {
        return of(random.nextInt(BenchCity.DISTRICTS.size()), random.nextInt(BenchCity.LANGUAGES.size()));
    }

    static short warned(Random random) {
        return of(random.nextInt(WARNED), random.nextInt(BenchCity.LANGUAGES.size()));
    }

    static short elsewhere(Random random) {
        return of(
                WARNED + random.nextInt(BenchCity.DISTRICTS.size() - WARNED),
                random.nextInt(BenchCity.LANGUAGES.size()));
    }

    static boolean isWarned(short resident) {
        return resident != NOBODY && (resident & 0xff) < WARNED;
    }

    static int language(short resident) {
        return resident >> 8;
    }

    /** Whom the alerts are meant for. */
    static Match match() {
        return new Match(BenchCity.PURPOSE, BenchCity.DISTRICTS.subList(0, WARNED), "water", Severity.EXTREME);
    }

    static int partition(int subscription) {
        return subscription % Topics.AUDIENCE_PARTITIONS;
    }

    static int ordinal(int subscription) {
        return subscription / Topics.AUDIENCE_PARTITIONS;
    }

    static int subscription(int partition, int ordinal) {
        return ordinal * Topics.AUDIENCE_PARTITIONS + partition;
    }

    static AudienceEntry entry(int subscription, short resident) {
        return new AudienceEntry(
                List.of(resident & 0xff),
                language(resident),
                -1,
                Level.SEVERE,
                0,
                ContentFormat.STANDARD,
                0,
                ContactChannel.SMS,
                SealedContact.ofBytes(
                        ByteBuffer.allocate(SEALED).putInt(subscription).array()));
    }

    /** Whose contact that is. */
    static int subscription(SealedContact contact) {
        return ByteBuffer.wrap(contact.toBytes()).getInt();
    }

    private static short of(int district, int language) {
        return (short) (language << 8 | district);
    }
}
