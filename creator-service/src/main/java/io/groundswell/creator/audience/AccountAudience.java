package io.groundswell.creator.audience;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;

/**
 * The audience of one account.
 *
 * @param followers null when no source told
 */
public record AccountAudience(UUID creatorId, UUID accountId, Network network, @Nullable String handle,
        @Nullable Long followers, AudienceQuality quality) {}
