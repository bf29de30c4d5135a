/**
 * The page behind a claim link: what is asked for in plain words of the reader's language, two buttons, a receipt. It needs no
 * script, loads nothing and tells nobody that it was read.
 */
@NullMarked
package io.groundswell.campaign.rights.claim;

import org.jspecify.annotations.NullMarked;
