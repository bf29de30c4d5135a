/**
 * What the figures of the demo must be, computed from the demo's files alone.
 * <p>
 * This is a second, deliberately plain reading of the product's rules (matching, engagement rate, tiers, discovery, import outcomes). It is slow, holds
 * everything in memory, and shares no code with the services, so that a mistake in one of them cannot hide in the other.
 * <p>
 * What it must not know: the running suite. Nothing here opens a connection.
 */
@NullMarked
package io.groundswell.suite.demo.expectation;

import org.jspecify.annotations.NullMarked;
