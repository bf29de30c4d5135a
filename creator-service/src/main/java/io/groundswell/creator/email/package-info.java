/**
 * E-mail addresses of creators, as keyed hashes. An address itself is never stored, logged or shown; the same one has the same
 * hash in one workspace, and that is all that can be told. Knows nothing of where an address comes from.
 */
package io.groundswell.creator.email;
