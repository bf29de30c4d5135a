package io.groundswell.campaign.campaign;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/**
 * A metric the stakeholders agree on.
 *
 * @param kind what is measured
 * @param target what would be a success, in the kind's unit: a whole number of at least 1, or a fraction above 0 up to 1
 */
public record Kpi(KpiKind kind,
        @Schema(description = "Success, in the kind's unit: a count of at least 1, or a fraction above 0 up to 1", examples = "500") BigDecimal target) {

    public Kpi {
        boolean valid = switch (kind.unit()) {
            case COUNT -> target.signum() > 0 && target.stripTrailingZeros().scale() <= 0 && target.precision() <= 18;
            case FRACTION -> target.signum() > 0 && target.compareTo(BigDecimal.ONE) <= 0 && target.scale() <= 9;
        };
        if (!valid) {
            throw new InvalidValue("target", "invalid-target", kind.unit() == KpiKind.Unit.COUNT
                    ? "The target of %s must be a whole number of at least 1.".formatted(kind)
                    : "The target of %s must be a fraction above 0 up to 1, such as 0.03 for 3 %%.".formatted(kind));
        }
    }
}
