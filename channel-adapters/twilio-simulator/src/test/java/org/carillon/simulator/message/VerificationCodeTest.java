package org.carillon.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"7K3M-Q9XT", "Code\n0000-ZZZZ\n", "رمز: 7K3M-Q9XT.", "\u20687K3M-Q9XT\u2069", "(ABCD-EFGH)"})
    void shouldFindCode(String body) {
        assertThat(VerificationCode.isIn(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K3MQ9XT",
                "7K3M-Q9X",
                "7K3M-Q9XTA",
                "A7K3M-Q9XT",
                "7K3M-Q9XU",
                "back-yard",
                "+1-800-555-0100",
                "1-7K3M-Q9XT"
            })
    void shouldNotTakeOtherTextsForCodes(String body) {
        assertThat(VerificationCode.isIn(body)).isFalse();
    }
}
