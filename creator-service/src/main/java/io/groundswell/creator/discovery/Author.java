package io.groundswell.creator.discovery;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.AccountProfile;
import io.groundswell.creator.creator.Network;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Who published a post, as far as its network tells. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Author(@Nullable String id, @Nullable String handle, @Nullable String displayName, @Nullable String bio,
        @Nullable Long followers, @Nullable Long following, @Nullable Long posts, @Nullable Boolean verified,
        @Nullable String country) {

    AccountProfile profile(Network network) {
        return new AccountProfile(network, handle, id, displayName, followers, null, following, posts, bio, null, country,
                verified, null, null);
    }

    /**
     * Returns the author without the field that is not acceptable.
     *
     * @throws InvalidValue the reason itself, when nothing would be left to identify the author by
     */
    Author without(InvalidValue reason) {
        return switch (reason.field()) {
            case "handle" -> id == null || handle == null
                    ? rethrow(reason)
                    : new Author(id, null, displayName, bio, followers, following,
                            posts, verified, country);
            case "userId" -> handle == null || id == null
                    ? rethrow(reason)
                    : new Author(null, handle, displayName, bio, followers,
                            following, posts, verified, country);
            case "displayName" -> new Author(id, handle, null, bio, followers, following, posts, verified, country);
            case "bio" -> new Author(id, handle, displayName, null, followers, following, posts, verified, country);
            case "followers" -> new Author(id, handle, displayName, bio, null, following, posts, verified, country);
            case "following" -> new Author(id, handle, displayName, bio, followers, null, posts, verified, country);
            case "posts" -> new Author(id, handle, displayName, bio, followers, following, null, verified, country);
            case "country" -> new Author(id, handle, displayName, bio, followers, following, posts, verified, null);
            default -> rethrow(reason);
        };
    }

    private static Author rethrow(InvalidValue reason) {
        throw reason;
    }
}
