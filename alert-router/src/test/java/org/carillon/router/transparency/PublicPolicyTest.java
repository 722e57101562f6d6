package org.carillon.router.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.router.lifecycle.LifecyclePolicy;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.transparency.LogFact;
import org.junit.jupiter.api.Test;

class PublicPolicyTest {
    private static final Map<String, LocalDate> SUNSETS = Map.of("city-alerts", LocalDate.parse("2030-12-31"));

    @Test
    void shouldSayEveryRuleInTheOrderOfNames() {
        assertThat(PublicPolicy.of(LifecyclePolicy.DEFAULT, SUNSETS))
                .isSortedAccordingTo((one, other) -> one.name().compareTo(other.name()))
                .contains(
                        new LogFact.Setting("approval.actual-public", "second-person"),
                        new LogFact.Setting("correction.window", "PT1H"),
                        new LogFact.Setting("purpose.city-alerts.sunset", "2030-12-31"));
    }

    @Test
    void shouldDifferWhereARuleDoes() {
        List<LogFact.Setting> usual = PublicPolicy.of(LifecyclePolicy.DEFAULT, SUNSETS);
        Duration soon = Duration.ofMinutes(1);

        assertThat(PublicPolicy.of(LifecyclePolicy.DEFAULT.withPatience(soon, null), SUNSETS))
                .isNotEqualTo(usual);
        assertThat(PublicPolicy.of(LifecyclePolicy.DEFAULT.withPatience(Duration.ofMinutes(5), soon), SUNSETS))
                .contains(new LogFact.Setting("approval.alone-after", "PT1M"));
        assertThat(PublicPolicy.of(LifecyclePolicy.DEFAULT.withActsFor(Map.of("a", Set.of("c", "b"))), SUNSETS))
                .contains(new LogFact.Setting("sender.a.acts-for", "b c"));
        // Sealed anew at every start: as a rule they would change each time.
        SealedContact tester = SealedContact.ofBytes(new byte[] {1, 2, 3});
        assertThat(PublicPolicy.of(LifecyclePolicy.DEFAULT.withTesters(List.of(tester)), SUNSETS))
                .isEqualTo(usual);
    }

    /**
     * Whoever adds a rule decides here whether it is public: say it in PublicPolicy, or keep it out for a reason. Testers are
     * people.
     */
    @Test
    void shouldKnowEveryComponentOfThePolicy() {
        assertThat(Arrays.stream(LifecyclePolicy.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrder(
                        "correctionWindow",
                        "keepReached",
                        "batchedChannels",
                        "secondFactorLife",
                        "deputiesAfter",
                        "aloneAfter",
                        "actsFor",
                        "testers");
    }
}
