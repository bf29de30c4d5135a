/**
 * What was granted: from the moment of the grant until time, author or brand ends it. When the last grant of a post ends, the post
 * is withdrawn in the same transaction. Knows no request and no reply.
 */
@NullMarked
package io.groundswell.campaign.rights.grant;

import org.jspecify.annotations.NullMarked;
