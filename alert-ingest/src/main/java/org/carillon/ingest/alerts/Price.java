package org.carillon.ingest.alerts;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a provider takes for one unit, an SMS part for one.
 *
 * @param currency ISO 4217
 */
public record Price(BigDecimal perUnit, String currency) {
    public Price {
        Objects.requireNonNull(perUnit, "perUnit");
        Objects.requireNonNull(currency, "currency");
    }

    /** For so many units. */
    Cost of(long units) {
        return new Cost(perUnit.multiply(BigDecimal.valueOf(units)), currency);
    }

    /** An amount of money. */
    public record Cost(BigDecimal amount, String currency) {}
}
