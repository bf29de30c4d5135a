/**
 * Query parameters. What an operation does not know is refused by name and never ignored: a client that misspells a
 * filter must not get an unfiltered list. Knows the operations by the annotations of their methods only.
 */
@NullMarked
package io.groundswell.kit.query;

import org.jspecify.annotations.NullMarked;
