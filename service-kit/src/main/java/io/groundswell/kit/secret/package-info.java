/**
 * Secrets that an installation gives its services as text. A service that lacks one refuses to start and says what to do; no
 * message ever holds a secret. Knows no use of them.
 */
@NullMarked
package io.groundswell.kit.secret;

import org.jspecify.annotations.NullMarked;
