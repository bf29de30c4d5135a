package io.groundswell.campaign.moderation;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;

/** A decision on a post, and whose it is. */
record Decision(PostState state, @Nullable String reason, String by) {}
