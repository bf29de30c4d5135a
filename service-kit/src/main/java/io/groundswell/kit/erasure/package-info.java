/**
 * How the erased are recognised without being remembered. A person who was erased leaves marks: keyed hashes of the
 * identifiers by which a file, a post or a form could bring the person back. Services compute and exchange marks alike. Knows
 * no person and keeps nothing itself.
 */
@NullMarked
package io.groundswell.kit.erasure;

import org.jspecify.annotations.NullMarked;
