/** Addresses in answers. Knows nothing of what is found there. */
@NullMarked
package io.groundswell.kit.location;

import org.jspecify.annotations.NullMarked;
