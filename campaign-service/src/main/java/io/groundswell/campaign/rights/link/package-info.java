/**
 * Links for authors, who have no account: signed, for one purpose, and over when their time is. Knows no request.
 */
@NullMarked
package io.groundswell.campaign.rights.link;

import org.jspecify.annotations.NullMarked;
