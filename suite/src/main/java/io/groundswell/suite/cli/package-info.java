/**
 * The commands behind {@code ./groundswell}: what they print and the exit code they end with.
 *
 * <p>
 * What always holds: an error a user can mend is one sentence that says what to do, never a stack trace; exit code 0 only when what was asked for has happened.
 *
 * <p>
 * Must not know: how a process is started or a role created; it calls {@link io.groundswell.suite.Suite}.
 */
@NullMarked
package io.groundswell.suite.cli;

import org.jspecify.annotations.NullMarked;
