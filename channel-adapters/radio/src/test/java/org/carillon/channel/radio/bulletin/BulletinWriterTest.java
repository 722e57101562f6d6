package org.carillon.channel.radio.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.channel.radio.Fixtures.CATALOGUE;
import static org.carillon.channel.radio.Fixtures.CITY;
import static org.carillon.channel.radio.Fixtures.told;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carillon.channel.radio.Fixtures;
import org.carillon.channel.radio.bulletin.Bulletin.Form;
import org.carillon.channel.radio.bulletin.Bulletin.Reason;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.radio.SpeakingPace;
import org.carillon.rendering.radio.SpokenTimes;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.Test;

class BulletinWriterTest {
    private static final SpeakingPace PACE = new SpeakingPace(CATALOGUE);
    private static final BulletinWriter WRITER = new BulletinWriter(
            CATALOGUE, new SpokenTimes(CATALOGUE, LocalStyle.plain()), CITY.authority(), CITY.timeZone());

    @Test
    void shouldTellAllOfItWhereThereIsTime() {
        InForce flood = inForce("flood", Severity.EXTREME, "en", 2);
        InForce water = inForce("water", Severity.MINOR, "en", 2);

        Bulletin bulletin = fits("en", 300, flood, water);

        assertThat(bulletin.told()).extracting(Bulletin.Told::form).containsOnly(Form.FULL);
        assertThat(bulletin.leftOut()).isEmpty();
        assertThat(bulletin.text())
                .startsWith("Official bulletin of Port Maravel Civil Protection. The newest notice dates from Sunday")
                .contains(text(flood).full() + "\n\n" + text(water).full())
                .endsWith("\n\nEnd of the official bulletin.");
        assertThat(bulletin.validUntil()).isEqualTo(flood.expires());
    }

    @Test
    void shouldFitAShortSlotAndALongOneWithDifferentWords() {
        List<InForce> all = IntStream.range(0, 4)
                .mapToObj(i -> inForce("a" + i, Severity.SEVERE, "en", 3))
                .toList();

        Bulletin brief = fits("en", 30, all.toArray(InForce[]::new));
        Bulletin longer = fits("en", 60, all.toArray(InForce[]::new));

        assertThat(brief.estimatedSeconds()).isLessThanOrEqualTo(30);
        assertThat(longer.estimatedSeconds()).isLessThanOrEqualTo(60);
        assertThat(longer.told().size() + longer.text().length())
                .isGreaterThan(brief.told().size() + brief.text().length());
        assertThat(brief.id()).isNotEqualTo(longer.id());
        assertThat(brief.told()).hasSize(1);
        assertThat(brief.told().getFirst().text())
                .isEqualTo(text(all.getFirst()).core());
        assertThat(brief.text()).contains("3 further notices are with Port Maravel Civil Protection.");
    }

    @Test
    void shouldTellTheCoreOfEachBeforeTheWholeOfAny() {
        InForce first = inForce("a", Severity.EXTREME, "en", 20);
        InForce second = inForce("b", Severity.SEVERE, "en", 1);

        Bulletin bulletin = fits("en", 90, first, second);

        assertThat(bulletin.told()).extracting(Bulletin.Told::form).containsExactly(Form.CORE, Form.FULL);
    }

    @Test
    void shouldNotLetALesserOneTakeThePlaceOfAGraverOne() {
        InForce first = inForce("a", Severity.EXTREME, "en", 1);
        InForce longest = longest(Severity.SEVERE);
        InForce lesser = inForce("c", Severity.MINOR, "en", 1);

        Bulletin bulletin = fits("en", 120, first, longest, lesser);

        assertThat(bulletin.alerts()).containsExactly(first.alertId());
        assertThat(bulletin.leftOut()).extracting(Bulletin.LeftOut::reason).containsOnly(Reason.NO_ROOM);
        Bulletin equals = fits("en", 120, first, longest, inForce("d", Severity.SEVERE, "en", 1));
        assertThat(equals.alerts()).hasSize(2);
    }

    @Test
    void shouldNameTheSecondsThatTheGravestNeedsInsteadOfCuttingIt() {
        InForce longest = longest(Severity.EXTREME);
        InForce lesser = inForce("c", Severity.MINOR, "en", 1);

        Composition refused = WRITER.write("en", 30, List.of(longest, lesser));

        assertThat(refused).isInstanceOf(Composition.TooShort.class);
        int needed = ((Composition.TooShort) refused).secondsNeeded();
        assertThat(fits("en", needed, longest, lesser).alerts()).containsExactly(longest.alertId());
        assertThat(WRITER.write("en", needed - 1, List.of(longest, lesser))).isEqualTo(refused);
    }

    @Test
    void shouldSayWhatHasNoTextInTheLanguage() {
        InForce english = inForce("a", Severity.SEVERE, "en", 1);
        InForce other = new InForce(
                english.alertId(), english.severity(), english.sent(), english.expires(), "Agua", Optional.empty());

        Bulletin bulletin = fits("es", 60, other);

        assertThat(bulletin.text()).contains("no está disponible").doesNotContain("ningún aviso");
        assertThat(bulletin.leftOut())
                .containsExactly(new Bulletin.LeftOut(other.alertId(), "Agua", Reason.OTHER_LANGUAGE));
    }

    @Test
    void shouldSayThatNothingIsInForce() {
        assertThat(fits("en", 15).text())
                .isEqualTo("Official bulletin of Port Maravel Civil Protection. At present there is no official notice"
                        + " for this area.\n\nEnd of the official bulletin.");
        assertThat(fits("en", 15).validUntil()).isNull();
        assertThat(fits("en", 15).id()).isEqualTo(fits("en", 60).id());
    }

    @Test
    void shouldTakeAllForCoreWhereTheMarkIsMissing() {
        Rendition bare = new Rendition("radio", "en", ContentFormat.STANDARD, "A.\n\nB.", Map.of());

        assertThat(Script.of(bare)).isEqualTo(new Script("A.\n\nB.", "A.\n\nB.", "A.\n\nB."));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void neverTakesLongerThanTheSlotAndNeverCutsACore(
            @ForAll("alerts") List<InForce> alerts, @ForAll @IntRange(min = 15, max = 600) int slot) {
        switch (WRITER.write("en", slot, alerts)) {
            case Composition.Fits fits -> {
                Bulletin bulletin = fits.bulletin();
                assertThat(bulletin.estimatedSeconds())
                        .isEqualTo(PACE.seconds("en", bulletin.text()))
                        .isLessThanOrEqualTo(slot);
                assertThat(bulletin.told().size() + bulletin.leftOut().size()).isEqualTo(alerts.size());
                bulletin.told()
                        .forEach(told -> assertThat(told.text()).satisfies(text -> {
                            Script script = text(alerts.stream()
                                    .filter(one -> one.alertId().equals(told.alertId()))
                                    .findFirst()
                                    .orElseThrow());
                            assertThat(text).isIn(script.full(), script.more(), script.core());
                            assertThat(bulletin.text()).contains("\n\n" + text + "\n\n");
                        }));
                assertThat(bulletin.text()).endsWith("End of the official bulletin.");
                int leastTold = bulletin.told().stream()
                        .mapToInt(told -> told.severity().rank())
                        .min()
                        .orElse(3);
                assertThat(alerts.stream()
                                .filter(one -> one.severity().rank() > leastTold)
                                .map(InForce::alertId))
                        .isSubsetOf(bulletin.alerts());
                assertThat(WRITER.write("en", slot, alerts)).isEqualTo(fits);
            }
            case Composition.TooShort tooShort ->
                assertThat(tooShort.secondsNeeded()).isGreaterThan(slot);
        }
    }

    @Provide
    Arbitrary<List<InForce>> alerts() {
        Arbitrary<InForce> one = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.of(Severity.values()),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 60))
                .as((name, severity, sentences, words) -> {
                    Fixtures.Told told = new Fixtures.Told(
                            "n" + name,
                            severity,
                            Fixtures.NOON.minusSeconds(name),
                            Fixtures.NOON.plusSeconds(3600),
                            List.of("D01"),
                            Map.of("en", "Do this now. ".repeat(words)));
                    return inForce(told, "en", sentences);
                });
        return one.list()
                .ofMaxSize(8)
                .uniqueElements(InForce::alertId)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingInt(
                                (InForce alert) -> -alert.severity().rank()))
                        .toList());
    }

    private static Bulletin fits(String language, int slot, InForce... alerts) {
        return ((Composition.Fits) WRITER.write(language, slot, List.of(alerts))).bulletin();
    }

    private static InForce inForce(String name, Severity severity, String language, int sentences) {
        return inForce(told(name, severity), language, sentences);
    }

    private static InForce longest(Severity severity) {
        Fixtures.Told told = told("long", severity);
        return inForce(
                new Fixtures.Told(
                        told.name(),
                        severity,
                        told.sent(),
                        told.expires(),
                        told.districts(),
                        Map.of("en", "Take the road to the hill and wait there. ".repeat(30))),
                "en",
                1);
    }

    private static InForce inForce(Fixtures.Told told, String language, int sentences) {
        return new InForce(
                told.id(),
                told.severity(),
                told.sent(),
                told.expires(),
                "Headline",
                Optional.of(Script.of(told.script(language, sentences))));
    }

    private static Script text(InForce one) {
        return one.script().orElseThrow();
    }
}
