/**
 * Finds phrases in text of any script. Two spellings are the same when their NFKC case foldings are equal (Unicode Standard,
 * chapter 3.13) and they differ in no more than the kind of space or hyphen. Where a phrase was found is told in places of the
 * text as it was written, so that it can be shown as evidence. Always holds: folding a text finds the same phrases, but for
 * those that a hashtag's capitals set apart; the time taken grows with the text, not with the number of phrases. Knows nothing
 * of what phrases mean.
 */
@NullMarked
package io.groundswell.text.phrase;

import org.jspecify.annotations.NullMarked;
