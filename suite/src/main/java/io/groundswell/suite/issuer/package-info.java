/**
 * The OpenID Connect issuer of one machine, in place of Keycloak or any other provider.
 *
 * <p>
 * What always holds: it signs with a key of this folder, made on first start and kept, so that tokens outlive a restart; it knows a fixed list of clients and gives each
 * its claims. It is for one machine only: it is started by the suite and by nothing else.
 *
 * <p>
 * Must not know: how services check tokens.
 */
@NullMarked
package io.groundswell.suite.issuer;

import org.jspecify.annotations.NullMarked;
