/**
 * The service processes: how they are launched, watched, found ready and stopped.
 *
 * <p>
 * What always holds: a process is recorded on disk as soon as it exists; a process asked to stop is gone when the call returns; a process that died unasked is reported
 * and, where the suite supervises, started again with growing pauses.
 *
 * <p>
 * Must not know: which services there are.
 */
@NullMarked
package io.groundswell.suite.process;

import org.jspecify.annotations.NullMarked;
