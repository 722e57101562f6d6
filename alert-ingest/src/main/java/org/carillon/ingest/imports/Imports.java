package org.carillon.ingest.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.carillon.ingest.compose.Digests;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.SubscriptionCommands;
import org.carillon.ingest.office.Acts;
import org.carillon.ingest.office.OfficeApi;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.office.AdminRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a city's list in, once two administrators have brought or agreed to the very same one. No list is kept in between: all that is
 * known of it is a keyed hash. Safe for threads.
 */
public final class Imports {
    private static final Logger LOGGER = LoggerFactory.getLogger(Imports.class);
    private static final int LONGEST_REASON = 1000;

    /** Each may take a hundred megabytes while it is read. */
    private static final int MOST_AT_ONCE = 4;

    private final CityPack city;
    private final KeyRing keys;
    private final ImportActs acts;
    private final ListReader reader;
    private final Runs runs;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /**
     * Makes it.
     *
     * @param partsPerSecond SMS parts that the hub may hand over; null for no limit
     * @param patience how long a request waits for the end of it
     */
    public Imports(
            CityPack city,
            SubscriptionCommands commands,
            KeyRing keys,
            Acts acts,
            @Nullable Double partsPerSecond,
            Duration patience,
            Clock clock) {
        this.city = city;
        this.keys = keys;
        this.acts = new ImportActs(acts, clock);
        this.reader = new ListReader(city, clock);
        this.runs = new Runs(new Declaring(commands, keys, Pace.of(partsPerSecond, System::nanoTime), clock), patience);
    }

    /**
     * A list that an administrator brings.
     *
     * @param purpose null for the city's only one
     * @param confirm whether each number has to answer YES
     * @param reason why, for the act; null for one that says who and how many
     */
    public record Brought(
            String user,
            @Nullable String purpose,
            boolean confirm,
            @Nullable String reason) {}

    /**
     * Reads all of it and does what can be done now.
     *
     * @throws ProblemException where it cannot be read, there is only one administrator, or Kafka is away
     */
    public ImportAnswer bring(Brought brought, byte[] bytes) {
        if (!room.tryAcquire()) {
            throw ProblemException.unavailable("Other lists are being read. Send this one again in a minute.");
        }
        try {
            return read(brought, bytes);
        } finally {
            room.release();
        }
    }

    private ImportAnswer read(Brought brought, byte[] bytes) {
        Wanted wanted = new Wanted(purpose(brought), brought.confirm());
        NumberList list = reader.read(bytes);
        if (list.entries().isEmpty()) {
            return answer(
                    ImportAnswer.State.NOTHING,
                    null,
                    wanted,
                    list,
                    "No line can be taken. Mend the list and bring it again.");
        }
        String digest = keys.fingerprint(
                Digests.sha256(bytes, wanted.purpose().value(), wanted.confirm() ? "asked to confirm" : "declared"));
        AdminRequest act = acts.confirmed(digest)
                .orElseGet(() -> acts.agree(brought.user(), reason(brought, list), subject(wanted, list), digest));
        if (act.state() != AdminRequest.State.CONFIRMED) {
            return answer(
                    ImportAnswer.State.WAITING,
                    act,
                    wanted,
                    list,
                    "Another administrator has to agree, by confirming the act or by sending the very same list."
                            + " Nothing of the list is kept until then: send it again when the act is confirmed.");
        }
        Optional<Tally> tally = runs.run(act.id(), list, wanted);
        LOGGER.atInfo()
                .addKeyValue("act", act.id())
                .addKeyValue("lines", list.lines())
                .addKeyValue("over", tally.isPresent())
                .log("a list of numbers is taken in");
        return tally.map(all -> answer(all, act, wanted, list))
                .orElseGet(() -> answer(
                        ImportAnswer.State.RUNNING,
                        act,
                        wanted,
                        list,
                        "It takes a while. Send the same list again in a minute to hear what came of it."));
    }

    private PurposeId purpose(Brought brought) {
        String name = brought.purpose();
        if (name == null) {
            return city.onlyPurpose()
                    .map(Purpose::id)
                    .orElseThrow(() -> ProblemException.unprocessable(
                            "This city has several purposes: name one with ?purpose=.", List.of()));
        }
        Purpose first = city.purposes().getFirst();
        PurposeId id = city.purposes().stream()
                .map(Purpose::id)
                .filter(known -> known.value().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.unprocessable("This city has no such purpose.", List.of()));
        if (brought.confirm() && !id.equals(first.id())) {
            throw ProblemException.unprocessable(
                    "Residents who text YES agree to the purpose " + first.id().value()
                            + ": for another one they cannot be asked.",
                    List.of());
        }
        return id;
    }

    private static String reason(Brought brought, NumberList list) {
        String reason = brought.reason();
        if (reason == null || reason.isBlank()) {
            return "A list of " + list.entries().size() + " numbers, brought by " + brought.user();
        }
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static String subject(Wanted wanted, NumberList list) {
        return wanted.purpose().value() + ": " + list.lines() + " lines, "
                + list.entries().size() + " to take in, "
                + (wanted.confirm() ? "each has to answer YES" : "subscribed as declared by the city");
    }

    private static ImportAnswer answer(
            ImportAnswer.State state, @Nullable AdminRequest act, Wanted wanted, NumberList list, String next) {
        return new ImportAnswer(
                state,
                act == null ? null : OfficeApi.ACTS + act.id(),
                wanted.purpose().value(),
                wanted.confirm(),
                list.lines(),
                list.entries().size(),
                null,
                null,
                null,
                list.refused(),
                next);
    }

    private static ImportAnswer answer(Tally tally, AdminRequest act, Wanted wanted, NumberList list) {
        boolean over = tally.undecided() == 0;
        return new ImportAnswer(
                over ? ImportAnswer.State.DONE : ImportAnswer.State.RUNNING,
                OfficeApi.ACTS + act.id(),
                wanted.purpose().value(),
                wanted.confirm(),
                list.lines(),
                tally.subscribed() + tally.asked() + tally.there(),
                tally.subscribed(),
                tally.asked(),
                tally.there(),
                tally.refused(),
                over
                        ? "The list can be sent again at any time: nobody is taken in or asked twice."
                        : "The router has not decided about " + tally.undecided()
                                + " lines yet. Send the same list again in a minute.");
    }
}
