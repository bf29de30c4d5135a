/**
 * The whole suite on one machine: database, token issuer and four services, started in order and stopped in reverse.
 *
 * <p>
 * {@link io.groundswell.suite.Suite} is the one entry point, for the command line and for tests over real processes. What always holds: nothing is started before every
 * port it needs is known to be free and every leftover of a killed run is stopped; everything listens on loopback only; a folder runs at most one suite at a time.
 *
 * <p>
 * Must not know: any class of a service. Services are processes described by {@link io.groundswell.suite.ServiceSpec}; the suite talks to them by environment variables,
 * signals and HTTP.
 */
@NullMarked
package io.groundswell.suite;

import org.jspecify.annotations.NullMarked;
