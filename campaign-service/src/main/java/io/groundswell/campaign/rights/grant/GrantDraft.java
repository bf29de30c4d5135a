package io.groundswell.campaign.rights.grant;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.problem.InvalidValue;

/** A grant that was obtained elsewhere. */
public record GrantDraft(
        @Schema(required = true) UUID postId,
        @Schema(required = true) LicenceTerms terms,
        @Schema(required = true, description = "Where it is written down: a contract's number, an address; 1 to 500 characters", examples = "Contract 2026-114, signed 2026-05-04") String reference) {

    private static final int LONGEST = 500;

    public GrantDraft {
        InvalidValue.require(postId, "postId");
        InvalidValue.require(terms, "terms");
        reference = InvalidValue.require(reference, "reference").strip();
        if (reference.isEmpty() || reference.length() > LONGEST || reference.indexOf('\0') >= 0) {
            throw new InvalidValue("reference", "invalid", "Must be 1 to %d characters.".formatted(LONGEST));
        }
    }
}
