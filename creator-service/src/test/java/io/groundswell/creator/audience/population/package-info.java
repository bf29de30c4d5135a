/**
 * Accounts whose audiences are known because they were made up, to see whether judging audiences got better or worse. The
 * distributions are stated in {@code docs/audience-quality.md}; they are not those that the model assumes, and were not changed after
 * the first figures were seen. Knows no service and no database, so that the benchmark can use it.
 */
@NullMarked
package io.groundswell.creator.audience.population;

import org.jspecify.annotations.NullMarked;
