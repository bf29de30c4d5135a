/**
 * What a text is about: the taxonomy of topics, a dated file beside this package, and the keywords by which a text shows that
 * it is about one of them. Every answer is evidence: the words as they were written, where, and which keyword they are.
 *
 * <p>Always holds: topics have two levels; each has its name and keywords in every language of {@link
 * io.groundswell.text.topic.Taxonomy#LANGUAGES}; no topic tells of anybody's health, religion, politics, origin or love life.
 * Knows no creator and no post.
 */
@NullMarked
package io.groundswell.text.topic;

import org.jspecify.annotations.NullMarked;
