/**
 * What a post is: its language, topics, form and whether it says that it is paid for. Each label comes with the words that
 * speak for it and with the version of what decided. Knows no campaign and no network's payload.
 */
@NullMarked
package io.groundswell.campaign.classification;

import org.jspecify.annotations.NullMarked;
