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
    private static final LanguageFacts EN = facts("en", "Boil water for 1 minute. Call\n555-0134", null);

    @Test
    void shouldFindNothingWhereAllAgree() {
        assertThat(check(EN, facts("ar", "اغلوا الماء ١ دقيقة. اتصلوا على\n555-0134", null)))
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
                EN.instruction(),
                null);
        assertThat(check(EN, es))
                .allMatch(finding ->
                        finding.level() == Level.ERROR && finding.language().equals("es"))
                .extracting(Finding::fact)
                .containsExactly(Fact.SEVERITY, Fact.URGENCY, Fact.CERTAINTY, Fact.EXPIRES, Fact.AREAS);
    }

    @Test
    void shouldReportAMissingInstruction() {
        assertThat(check(EN, facts("es", " ", null))).extracting(Finding::fact).containsExactly(Fact.INSTRUCTION);
        assertThat(FactsCheck.check(List.of(facts("en", null, null)), true)).hasSize(1);
        assertThat(FactsCheck.check(List.of(facts("en", null, null)), false)).isEmpty();
    }

    @Test
    void shouldWarnOfNumbersThatDiffer() {
        assertThat(check(EN, facts("es", "Hierva el agua 3 minutos. Llame al\n555-0134", null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.WARNING);
                    assertThat(finding.fact()).isEqualTo(Fact.NUMBERS);
                    assertThat(finding.message()).contains("has 3", "lacks 1");
                });
    }

    @Test
    void shouldNotMindHowANumberIsGrouped() {
        assertThat(check(EN, facts("es", "Hierva el agua 1 minuto. Llame al\n5550134", null)))
                .isEmpty();
    }

    @Test
    void shouldNotTakeAChineseMonthForANumber() {
        LanguageFacts english = facts("en", "Leave by Sunday, 22 November, 19:05.", null);
        assertThat(check(english, facts("zh-Hans", "请在11月22日星期日 19:05之前撤离。", null)))
                .isEmpty();
        assertThat(check(english, facts("zh-Hans", "请在11月23日星期日 19:05之前撤离。", null)))
                .hasSize(1);
    }

    @Test
    void shouldWarnWhereThePlainTextHasOtherNumbers() {
        assertThat(check(EN, facts("es", EN.instruction(), "Hierva el agua 2 minutos.")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("plain text: has 2"));
    }

    @Test
    void shouldWarnOfAPhoneNumberInsideARightToLeftLine() {
        assertThat(check(EN, facts("ar", "اغلوا الماء 1 دقيقة. للأسئلة اتصلوا على 555-0134", null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fact()).isEqualTo(Fact.NUMBER_DIRECTION);
                    assertThat(finding.message()).contains("555-0134");
                });
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

    private static LanguageFacts facts(String language, @Nullable String instruction, @Nullable String plain) {
        return new LanguageFacts(
                language,
                Severity.SEVERE,
                Urgency.IMMEDIATE,
                Certainty.OBSERVED,
                Instant.parse("2026-11-24T18:00:00Z"),
                Set.of("D01"),
                instruction,
                plain);
    }
}
