package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** What people find out and decide about the right to keep data on a creator. */
public record PrivacyRevision(
        @Schema(required = true) LawfulBasis lawfulBasis,
        @Schema(description = "Where that is written down; required for CONSENT and CONTRACT. At most 500 characters", examples = "Consent form of 4 May, file 17") @Nullable String basisSource,
        @Schema(description = "Since when it holds; default: now") Instant basisSince,
        @Schema(required = true) AgeGroup ageGroup,
        @Schema(description = "How the age is known; required unless UNKNOWN. At most 500 characters, no document and no date of birth", examples = "Declared in the collaboration form") @Nullable String ageSource,
        @Schema(description = "Since when it is known; default: now") @Nullable Instant ageSince) {

    private static final int LONGEST = 500;

    public PrivacyRevision {
        lawfulBasis = InvalidValue.require(lawfulBasis, "lawfulBasis");
        basisSource = Texts.line("basisSource", basisSource, LONGEST);
        if (lawfulBasis != LawfulBasis.LEGITIMATE_INTERESTS && basisSource == null) {
            throw new InvalidValue("basisSource", "required", "A consent or a contract is written down somewhere: say where.");
        }
        basisSince = InvalidValue.require(basisSince, "basisSince");
        ageGroup = Objects.requireNonNullElse(ageGroup, AgeGroup.UNKNOWN);
        ageSource = Texts.line("ageSource", ageSource, LONGEST);
        if (ageGroup == AgeGroup.UNKNOWN) {
            ageSource = null;
            ageSince = null;
        } else {
            ageSource = InvalidValue.require(ageSource, "ageSource");
        }
    }

    /**
     * Returns this with the times that a change from the former left open: what changed holds from now on, unless the change
     * says since when.
     *
     * @throws InvalidValue when something is to hold since a time to come
     */
    PrivacyRevision following(PrivacyRevision former, Instant now) {
        boolean otherBasis = lawfulBasis != former.lawfulBasis() && basisSince.equals(former.basisSince());
        boolean otherAge = ageGroup != AgeGroup.UNKNOWN && ageGroup != former.ageGroup()
                && Objects.equals(ageSince, former.ageSince());
        var settled = new PrivacyRevision(lawfulBasis, basisSource, otherBasis ? now : basisSince, ageGroup, ageSource,
                otherAge ? now : ageSince);
        refuseFuture("basisSince", settled.basisSince(), now);
        refuseFuture("ageSince", settled.ageSince(), now);
        return settled;
    }

    private static void refuseFuture(String field, @Nullable Instant time, Instant now) {
        if (time != null && time.isAfter(now)) {
            throw new InvalidValue(field, "in-the-future", "Nothing can hold since a time to come.");
        }
    }
}
