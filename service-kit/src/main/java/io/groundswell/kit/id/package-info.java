/**
 * Identifiers. Every id is a UUIDv7 assigned by the application before the first write, so that a row's key is known to
 * the caller, to its outbox event and to its batch. Knows nothing of what it names.
 */
package io.groundswell.kit.id;
