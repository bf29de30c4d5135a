/**
 * The embedded PostgreSQL server and its databases and roles.
 *
 * <p>
 * What always holds: the server listens on loopback only, asks for a password, and has been seen ({@code SHOW}) to write synchronously before anyone may use it. Each
 * service has a database of its own, a role that owns it and migrates it, and a role that can neither change its schema nor see past row-level security.
 *
 * <p>
 * Must not know: tables. Those belong to the services' migrations.
 */
@NullMarked
package io.groundswell.suite.database;

import org.jspecify.annotations.NullMarked;
