package io.groundswell.creator.metrics;

import java.time.Instant;

/** How many followers an account had at one time. */
public record FollowerCount(Instant observedAt, long followers) {}
