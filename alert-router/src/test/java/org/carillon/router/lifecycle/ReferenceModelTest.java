package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/** Whatever happens in whatever order, decisions and states are those of the model, and nobody is told twice of one alert. */
class ReferenceModelTest {
    private static final int MESSAGES = 7;

    /**
     * One thing that happens.
     *
     * @param hours by which the reference's zone differs
     * @param skew seconds by which the reference is off
     */
    record Event(Kind kind, int number, int about, MsgType type, int hours, int skew) {}

    /** What may happen. */
    enum Kind {
        SUBMIT,
        CORRECT,
        APPROVE,
        REJECT,
        RETURN,
        AGAIN,
        EXPIRE
    }

    @Property(tries = 400)
    void shouldDecideAsTheModel(@ForAll("events") List<Event> events) {
        MemoryBook book = new MemoryBook();
        ReferenceModel model = new ReferenceModel();
        Map<AlertId, Integer> cuts = new HashMap<>();
        for (Event event : events) {
            book.pass(Duration.ofSeconds(1));
            boolean expected = inModel(event, model, book);
            boolean decided = inRouter(event, book);
            assertThat(decided).as("%s", event).isEqualTo(expected);
            List<Effect> effects = book.effects();
            assertThat(decided || event.kind() == Kind.EXPIRE || effects.isEmpty())
                    .isTrue();
            MemoryBook.queries(effects).stream()
                    .filter(AudienceQuery.Cut.class::isInstance)
                    .forEach(cut -> cuts.merge(cut.alertId(), 1, Integer::sum));
            model.messages.values().forEach(m -> {
                AlertRecord record = book.record(id(m.number));
                assertThat(record.state()).as("%s after %s", m.number, event).isEqualTo(m.state);
                assertThat(record.alert().endedBy()).isEqualTo(m.endedBy == null ? null : id(m.endedBy));
            });
        }
        assertThat(cuts.values()).allMatch(times -> times == 1);
    }

    private static boolean inModel(Event event, ReferenceModel model, MemoryBook book) {
        return switch (event.kind()) {
            case SUBMIT -> model.submit(event.number(), event.type(), event.about(), event.skew(), false, book.now());
            case CORRECT -> model.submit(event.number(), MsgType.CANCEL, event.about(), event.skew(), true, book.now());
            case APPROVE -> model.approve(event.number(), book.now());
            case REJECT -> model.reject(event.number());
            case RETURN -> model.giveBack(event.number());
            case AGAIN -> model.submitAgain(event.number(), book.now());
            case EXPIRE -> {
                model.expire();
                yield false;
            }
        };
    }

    private static boolean inRouter(Event event, MemoryBook book) {
        AlertId id = id(event.number());
        return switch (event.kind()) {
            case SUBMIT -> isNew(book.give(message(event, event.type(), book).submit()));
            case CORRECT ->
                isNew(book.give(message(event, MsgType.CANCEL, book)
                        .correction()
                        .by(Alerts.AUTHOR.withSecondFactor(book.now()))
                        .submit()));
            case APPROVE -> isNew(book.give(Alerts.approve(id, Alerts.APPROVER)));
            case REJECT -> isNew(book.give(Alerts.reject(id, Alerts.APPROVER)));
            case RETURN -> isNew(book.give(Alerts.giveBack(id, Alerts.APPROVER)));
            case AGAIN ->
                isNew(book.give(new AlertCommand.SubmitDraft(Alerts.commandId(), id, book.now(), Alerts.AUTHOR)));
            case EXPIRE -> {
                book.pass(Duration.ofHours(7));
                for (int number = 0; number < MESSAGES; number++) {
                    book.due(id(number));
                }
                yield false;
            }
        };
    }

    /** The same message again is a repeat: done, and nothing new. */
    private static boolean isNew(Decision decision) {
        return decision instanceof Decision.Done done && !done.repeated();
    }

    private static AlertId id(int number) {
        return named(number).id();
    }

    private static Alerts.Draft named(int number) {
        return Alerts.alert("n" + number).sent(Alerts.NOON.plus(Duration.ofMinutes(5L * number)));
    }

    private static Alerts.Draft message(Event event, MsgType type, MemoryBook book) {
        return named(event.number())
                .type(type)
                .at(book.now())
                .refersTo(
                        Alerts.SENDER,
                        "n" + event.about(),
                        Alerts.NOON
                                .plus(Duration.ofMinutes(5L * event.about()))
                                .plusSeconds(event.skew())
                                .atOffset(ZoneOffset.ofHours(event.hours())));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, MESSAGES - 1);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Kind.SUBMIT),
                                Tuple.of(2, Kind.CORRECT),
                                Tuple.of(8, Kind.APPROVE),
                                Tuple.of(1, Kind.REJECT),
                                Tuple.of(2, Kind.RETURN),
                                Tuple.of(2, Kind.AGAIN),
                                Tuple.of(1, Kind.EXPIRE)),
                        numbers,
                        numbers,
                        Arbitraries.of(MsgType.ALERT, MsgType.UPDATE, MsgType.UPDATE, MsgType.CANCEL),
                        Arbitraries.integers().between(-12, 14),
                        Arbitraries.integers().between(-1, 1))
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
