package io.groundswell.creator.creator;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** What is known of an account, from all sightings so far. */
@Embeddable
record AccountFacts(
        @Column(name = "user_id") @Nullable String userId,
        @Nullable String handle,
        @Column(name = "display_name") @Nullable String displayName,
        @Nullable Long followers,
        @Column(name = "followers_precision") @Nullable Long followersPrecision,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable String bio,
        @Nullable String language,
        @Nullable String country,
        @Nullable Boolean verified,
        @Column(name = "profile_url") @Nullable String profileUrl,
        @Column(name = "has_picture") @Nullable Boolean hasPicture,
        @Column(name = "joined_at") @Nullable Instant joinedAt,
        @Nullable String website) {

    private static final AccountFacts NONE = new AccountFacts(null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    static AccountFacts of(AccountProfile profile, @Nullable String postLanguage) {
        return NONE.updatedBy(profile, postLanguage);
    }

    /** Returns the facts after a later observation; what it does not tell keeps its value. */
    AccountFacts updatedBy(AccountProfile told, @Nullable String postLanguage) {
        return new AccountFacts(userId == null ? told.userId() : userId,
                or(told.handle(), handle), or(told.displayName(), displayName), or(told.followers(), followers),
                told.followers() == null ? followersPrecision : precision(told), or(told.following(), following),
                or(told.posts(), posts), or(told.bio(), bio), or(told.language(), or(language, postLanguage)),
                or(told.country(), country), or(told.verified(), verified), or(told.profileUrl(), profileUrl),
                or(told.hasPicture(), hasPicture), or(told.joinedAt(), joinedAt), or(told.website(), website));
    }

    /** Returns the facts with the network's id, which an earlier observation may bring as well. */
    AccountFacts identifiedBy(@Nullable String told) {
        return userId != null || told == null
                ? this
                : new AccountFacts(told, handle, displayName, followers, followersPrecision, following, posts, bio, language,
                        country, verified, profileUrl, hasPicture, joinedAt, website);
    }

    private static @Nullable Long precision(AccountProfile told) {
        Long followers = told.followers();
        if (told.followersPrecision() != null || followers == null) {
            return told.followersPrecision();
        }
        long precision = told.network().precisionOf(followers);
        return precision == 1 ? null : precision;
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T known) {
        return told == null ? known : told;
    }
}
