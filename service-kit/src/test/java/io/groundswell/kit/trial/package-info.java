/** A tiny service for the kit's own tests; knows the kit and nothing else. */
@NullMarked
package io.groundswell.kit.trial;

import org.jspecify.annotations.NullMarked;
