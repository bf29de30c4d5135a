/**
 * What a post is: its language, topics and form, whether it says that it is paid for, how it sounds, which words brands ask
 * about it has, and what it is recognised by when it comes again. Each label comes with the words that speak for it and with the
 * version of what decided; what was not looked for has no label. Labels are about the text, never about who wrote it. Knows no
 * campaign and no network's payload.
 */
@NullMarked
package io.groundswell.campaign.classification;

import org.jspecify.annotations.NullMarked;
