/**
 * The {@code Idempotency-Key} of POST and PATCH. A key and the answer it produced are written in the transaction of the
 * effect itself, so there is no moment in which one exists without the other. Knows no operation's meaning.
 */
package io.groundswell.kit.idempotency;
