package io.groundswell.campaign.gallery;

import java.util.Currency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** What a product costs. */
public record Price(
        @Schema(description = "In the currency's smallest unit: 1290 is 12.90 EUR and 1,290 JPY", examples = "1290", required = true) long amount,
        @Schema(description = "ISO 4217", examples = "EUR", required = true) String currency) {
    private static final long MOST = 1_000_000_000_000L;

    public Price {
        if (amount < 0 || amount > MOST) {
            throw new InvalidValue("amount", "out-of-range", "Must be 0 to %,d.".formatted(MOST));
        }
        try {
            Currency.getInstance(InvalidValue.require(currency, "currency"));
        } catch (IllegalArgumentException e) {
            if (e instanceof InvalidValue) {
                throw e;
            }
            throw new InvalidValue("currency", "unknown-currency", "Must be a code of ISO 4217, such as EUR.");
        }
    }
}
