/**
 * What a suite leaves on disk: secrets, the lock of the running suite, process records, logs.
 *
 * <p>
 * What always holds: the folder is readable by its owner only; a record names a process by pid <em>and</em> start time, so a recycled pid is never signalled.
 *
 * <p>
 * Must not know: what the processes do, how they are started.
 */
@NullMarked
package io.groundswell.suite.state;

import org.jspecify.annotations.NullMarked;
