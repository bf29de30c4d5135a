/**
 * Where a service may connect to when somebody else names the address: the open internet, and never the network that the
 * service itself stands in. Holds at the time of connecting, not only when the address was written down. Knows no use of it.
 */
@NullMarked
package io.groundswell.kit.outgoing;

import org.jspecify.annotations.NullMarked;
