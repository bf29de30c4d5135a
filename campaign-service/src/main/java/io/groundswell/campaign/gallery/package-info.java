/**
 * Collections: which posts a brand shows in public, where, and in what order. A collection says what may be shown; whether it is
 * shown is decided when it is read, by the state of the post and the grants of its author. Whoever changes what is shown is
 * answered when every later public read follows. Changes no post but how far it has come, and knows no network.
 */
@NullMarked
package io.groundswell.campaign.gallery;

import org.jspecify.annotations.NullMarked;
