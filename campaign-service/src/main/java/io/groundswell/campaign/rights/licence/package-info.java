/**
 * What a licence says, and what follows from it for one use. What is not permitted is prohibited; nothing here is stored or asked.
 */
@NullMarked
package io.groundswell.campaign.rights.licence;

import org.jspecify.annotations.NullMarked;
