package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score in figures alone.
 *
 * @param score 0 to 100: the sum of the contributions, exactly
 * @param open the points that rest on what is not known
 * @param contributions what each wanted feature gives, in their fixed order
 */
public record FitPoints(BigDecimal score, BigDecimal open, List<FeaturePoints> contributions) {}
