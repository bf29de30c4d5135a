package io.groundswell.text.topic;

import java.util.List;

/**
 * Evidence that a text is about a topic.
 *
 * @param topic id of the topic
 * @param text the words as they were written
 * @param start where they begin in the text, in UTF-16 units
 * @param keyword the keyword that they are, as the taxonomy spells it
 * @param languages the languages that the taxonomy lists the keyword in; {@code zxx} for a pictograph
 */
public record TopicMatch(String topic, String text, int start, String keyword, List<String> languages) {

    public TopicMatch {
        languages = List.copyOf(languages);
    }
}
