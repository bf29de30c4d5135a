/**
 * What the public sees of collections, without a token: as JSON, as feeds, and as something to embed. Nothing is shown that is
 * not publishable and granted for the collection's channel and territory at this moment; answers come from memory only while it
 * is certain that nothing was taken back since. What people wrote leaves as text, cleaned of what changes the display around it;
 * addresses leave only when they are https and public. Changes nothing.
 */
@NullMarked
package io.groundswell.campaign.gallery.display;

import org.jspecify.annotations.NullMarked;
