/**
 * What people are to their subject, by the words in which they say so: cues in a dated file beside this package. Every answer
 * is the text that supports it. Always holds: a cue right after words that void it ("aspiring", "former") is none; no cue tells
 * of anybody's health, religion or politics. Knows no topic.
 */
@NullMarked
package io.groundswell.text.expertise;

import org.jspecify.annotations.NullMarked;
