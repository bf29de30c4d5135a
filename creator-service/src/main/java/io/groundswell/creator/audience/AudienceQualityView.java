package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What can be said of a creator's audience, as the API shows it. */
@Schema(name = "AudienceQuality")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudienceQualityView(
        UUID creatorId,
        @Schema(description = "The model that judged; GET /v1/audience-models/{id} has its weights", examples = "signals-2026") String model,
        Instant judgedAt,
        Outcome outcome,
        @Schema(description = "That a follower picked by chance follows an account whose audience is mostly people who chose to follow; absent: not enough data", minimum = "0", maximum = "1") @Nullable BigDecimal probability,
        @Schema(description = "Share of all known followers that follow an account that could be judged; from 0.5 on there is an estimate", minimum = "0", maximum = "1") BigDecimal judgedShare,
        @Schema(description = "Largest first") List<AccountView> accounts) {

    /** Whether enough is known. */
    @Schema(name = "AudienceOutcome")
    public enum Outcome {
        ESTIMATED, NOT_ENOUGH_DATA
    }

    /** The audience of one account. */
    @Schema(name = "AccountAudience")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountView(
            UUID accountId,
            Network network,
            @Nullable String handle,
            @Nullable Long followers,
            Outcome outcome,
            @Schema(description = "That most followers are people who chose to follow: 1 / (1 + e^-logOdds); absent: not enough data", minimum = "0", maximum = "1") @Nullable BigDecimal probability,
            @Schema(description = "Log-odds of an account of which nothing is known") @Nullable BigDecimal prior,
            @Schema(description = "The prior and the weights of all reasons together, exactly") @Nullable BigDecimal logOdds,
            @Schema(description = "How much of the evidence that the model can use is known", minimum = "0", maximum = "1") BigDecimal coverage,
            @Schema(description = "The weightiest first; none without an estimate") List<ReasonView> reasons,
            @Schema(description = "What could not be measured, and what it would need") List<MissingView> missing) {

        static AccountView of(AccountAudience account) {
            return switch (account.quality()) {
                case AudienceQuality.Estimated known -> new AccountView(account.accountId(), account.network(),
                        account.handle(), account.followers(), Outcome.ESTIMATED, known.probability(), known.prior(),
                        known.logOdds(), known.coverage(), known.evidence().stream().map(ReasonView::of).toList(),
                        known.missing().stream().map(MissingView::of).toList());
                case AudienceQuality.NotEnoughData unknown -> new AccountView(account.accountId(), account.network(),
                        account.handle(), account.followers(), Outcome.NOT_ENOUGH_DATA, null, null, null, unknown.coverage(),
                        List.of(), unknown.missing().stream().map(MissingView::of).toList());
            };
        }
    }

    /** Why the probability is what it is. */
    @Schema(name = "AudienceReason")
    public record ReasonView(
            Signal signal,
            @Schema(description = "As measured") BigDecimal value,
            @Schema(examples = "accounts followed") String unit,
            @Schema(description = "Weight of evidence in natural log-odds") BigDecimal weight,
            Evidence.Direction direction,
            @Schema(description = "For people; may be reworded") String text) {
        private static final MathContext SHOWN = new MathContext(6);

        static ReasonView of(Evidence evidence) {
            return new ReasonView(evidence.signal(), shown(evidence.value()), evidence.signal().unit(), evidence.weight(),
                    evidence.direction(), evidence.signal().describe(evidence.value()));
        }

        private static BigDecimal shown(double value) {
            BigDecimal rounded = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
            return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        }
    }

    /** What is not known. */
    @Schema(name = "MissingAudienceSignal")
    public record MissingView(Signal signal, @Schema(description = "For people; may be reworded") String needed) {
        static MissingView of(Signal signal) {
            return new MissingView(signal, signal.needed());
        }
    }

    static AudienceQualityView of(UUID creatorId, AudienceModel model, CreatorAudience audience, Instant now) {
        BigDecimal probability = audience.probability();
        return new AudienceQualityView(creatorId, model.id(), now,
                probability == null ? Outcome.NOT_ENOUGH_DATA : Outcome.ESTIMATED, probability, audience.judgedShare(),
                audience.accounts().stream().map(AccountView::of).toList());
    }
}
