/** Work beside the event loops. Knows no feature. */
@NullMarked
package io.groundswell.kit.worker;

import org.jspecify.annotations.NullMarked;
