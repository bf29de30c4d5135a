/**
 * The three services behind the gateway: their names, addresses and time limits. Knows no operation of theirs.
 */
@NullMarked
package io.groundswell.gateway.upstream;

import org.jspecify.annotations.NullMarked;
