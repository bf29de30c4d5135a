/**
 * Asking an author, and judging what comes back. A request is sent once, with a text that is kept as it was; it is answered by a
 * reply under five conditions or by the claim link, once. Knows no page.
 */
@NullMarked
package io.groundswell.campaign.rights.request;

import org.jspecify.annotations.NullMarked;
