package io.groundswell.campaign.listening;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who published a post, as far as the network tells.
 *
 * @param id the network's own id of the account, which outlives a change of handle
 * @param handle without {@code @}
 * @param bio empty when the profile has none; null when the source does not tell
 * @param hasPicture whether the profile has a picture of its own, not the network's placeholder
 * @param joinedAt when the account was opened
 * @param website the person's own site, as the profile tells it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Author(
        @Nullable String id,
        @Nullable String handle,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable Boolean verified,
        @Nullable String country,
        @Nullable Boolean hasPicture,
        @Nullable Instant joinedAt,
        @Nullable String website) {

    public Author {
        if (id == null && handle == null) {
            throw new InvalidValue("author", "unknown-author", "An author needs an id or a handle.");
        }
    }

    /** Returns an author of whom nothing but the id is known. */
    static Author of(String id) {
        return new Author(id, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Returns what identifies the account. */
    ErasedAuthors.Identity on(Network network) {
        return new ErasedAuthors.Identity(network, id, handle);
    }

    /** Identifies the account within its network: the id, or else the folded handle. */
    public String key() {
        return id != null ? id : "@" + FoldedTerm.of(String.valueOf(handle));
    }
}
