package io.groundswell.creator.discovery;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.AccountProfile;
import io.groundswell.creator.creator.Network;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Who published a post, as far as its network tells. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Author(@Nullable String id, @Nullable String handle, @Nullable String displayName, @Nullable String bio,
        @Nullable Long followers, @Nullable Long following, @Nullable Long posts, @Nullable Boolean verified,
        @Nullable String country, @Nullable Boolean hasPicture, @Nullable Instant joinedAt, @Nullable String website) {

    /**
     * Returns the author's account.
     *
     * @param unusable fields of the profile to leave out, because they were found not to be acceptable
     * @throws InvalidValue naming the first field that is not acceptable
     */
    AccountProfile profile(Network network, Set<String> unusable) {
        var usable = new Usable(unusable);
        return new AccountProfile(network, usable.or("handle", handle), usable.or("userId", id),
                usable.or("displayName", displayName), usable.or("followers", followers), null,
                usable.or("following", following), usable.or("posts", posts), usable.or("bio", bio), null,
                usable.or("country", country), verified, null, hasPicture, usable.or("joinedAt", joinedAt),
                usable.or("website", website), null);
    }

    private record Usable(Set<String> unusable) {
        <T> @Nullable T or(String field, @Nullable T value) {
            return unusable.contains(field) ? null : value;
        }
    }
}
