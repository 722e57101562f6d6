package org.carillon.rendering.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carillon.rendering.check.Finding.Fact;
import org.carillon.rendering.check.Finding.Level;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsCheckTest {
    private static final LanguageFacts EN = facts("en", "Boil water for 1 minute. Call\n555-0134");

    @Test
    void shouldFindNothingWhereAllAgree() {
        assertThat(check(EN, facts("ar", "اغلوا الماء ١ دقيقة. اتصلوا على\n555-0134")))
                .isEmpty();
    }

    @Test
    void shouldReportEachFactThatDiffers() {
        LanguageFacts es = new LanguageFacts(
                "es",
                Severity.MODERATE,
                Urgency.FUTURE,
                Certainty.LIKELY,
                Instant.EPOCH,
                Set.of("D02"),
                EN.instruction());
        assertThat(check(EN, es))
                .allMatch(finding ->
                        finding.level() == Level.ERROR && finding.language().equals("es"))
                .extracting(Finding::fact)
                .containsExactly(Fact.SEVERITY, Fact.URGENCY, Fact.CERTAINTY, Fact.EXPIRES, Fact.AREAS);
    }

    @Test
    void shouldReportAMissingInstruction() {
        assertThat(check(EN, facts("es", " "))).extracting(Finding::fact).containsExactly(Fact.INSTRUCTION);
        assertThat(FactsCheck.check(List.of(facts("en", null)), true)).hasSize(1);
        assertThat(FactsCheck.check(List.of(facts("en", null)), false)).isEmpty();
    }

    @Test
    void shouldKnowWhichCodesRightToLeftLinesSpoil() {
        assertThat(NumberDirection.misread("للتحقق: 4444-9222")).containsExactly("4444-9222");
        assertThat(NumberDirection.misread("للتحقق:\n4444-9222")).isEmpty();
        assertThat(NumberDirection.misread("Verify: 4444-9222")).isEmpty();
        assertThat(NumberDirection.misread("اتصل على 112")).isEmpty();
        assertThat(NumberDirection.misread("اتصل على\n555-0134")).isEmpty();
        assertThat(NumberDirection.misread("اتصل على\n020 7946 0134")).containsExactly("020 7946 0134");
        assertThat(NumberDirection.misread("اتصل على\n+34911")).containsExactly("+34911");
        assertThat(NumberDirection.misread("Call\n+34 911 or 020 7946 0134")).isEmpty();
    }

    private static List<Finding> check(LanguageFacts... facts) {
        return FactsCheck.check(List.of(facts), true);
    }

    private static LanguageFacts facts(String language, @Nullable String instruction) {
        return new LanguageFacts(
                language,
                Severity.SEVERE,
                Urgency.IMMEDIATE,
                Certainty.OBSERVED,
                Instant.parse("2026-11-24T18:00:00Z"),
                Set.of("D01"),
                instruction);
    }
}
