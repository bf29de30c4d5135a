/**
 * The time. Whatever depends on it takes a {@link java.time.Clock}, so that tests decide what time it is. Knows nothing of
 * what the time is used for.
 */
@NullMarked
package io.groundswell.kit.clock;

import org.jspecify.annotations.NullMarked;
