/**
 * The services' own operations under the gateway's origin. Bytes stream both ways unread; tokens are the services' to check.
 * What is not in the list of public operations does not exist here. Must not know the content of any operation.
 */
@NullMarked
package io.groundswell.gateway.passthrough;

import org.jspecify.annotations.NullMarked;
