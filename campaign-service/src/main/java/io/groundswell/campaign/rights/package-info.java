/**
 * What authors permit: asking for it, having it answered, keeping what was granted and looking at it before every use. What nobody
 * granted is prohibited; what ended is prohibited from that moment on. Knows neither how posts arrive nor who shows them.
 */
@NullMarked
package io.groundswell.campaign.rights;

import org.jspecify.annotations.NullMarked;
