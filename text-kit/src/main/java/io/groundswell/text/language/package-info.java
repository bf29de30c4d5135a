/**
 * In which language a text is written. Scripts that one language writes decide by themselves; Chinese is told from Japanese and
 * its two scripts from each other by their characters; other texts are put to Apache OpenNLP's model. Always holds: a text that
 * is too short or fits several languages is unknown, never a guess. Knows nothing of topics.
 */
@NullMarked
package io.groundswell.text.language;

import org.jspecify.annotations.NullMarked;
