package io.groundswell.campaign.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.groundswell.text.topic.Taxonomy;
import io.groundswell.text.topic.Topic;
import io.groundswell.text.topic.TopicMatch;

/** Finds out what a post is, in some 0.04 ms. The first post takes a second or two, so callers keep off event loops. */
public final class PostClassifier {
    private static final String FORM = "form.1";

    private PostClassifier() {}

    /**
     * Returns a post's language and its labels: content type, topics with their parents, disclosure, sentiment and brand safety.
     * Words are read in the language that the text shows, else in the declared one.
     */
    public static Classification classify(PostContent post) {
        List<Label> labels = new ArrayList<>();
        labels.add(new Label(Label.Kind.CONTENT_TYPE, ContentType.of(post.media(), post.links()).name(), List.of(), FORM));
        labels.addAll(topics(post, Taxonomy.standard()));
        labels.add(DisclosureRules.standard().label(post));
        PostLanguage language = PostLanguage.of(post);
        Tokens tokens = Tokens.of(post.text());
        SentimentRules.label(tokens, language.shownOrDeclared()).ifPresent(labels::add);
        labels.addAll(BrandSafetyRules.standard().labels(tokens, language.shownOrDeclared()));
        return new Classification(language, labels);
    }

    private static List<Label> topics(PostContent post, Taxonomy taxonomy) {
        Map<String, List<Label.Evidence>> evidence = new LinkedHashMap<>();
        for (TopicMatch match : taxonomy.match(post.text())) {
            add(evidence, taxonomy, match, match.start());
        }
        for (String hashtag : post.hashtagsBesideTheText()) {
            for (TopicMatch match : taxonomy.matchHashtag(hashtag)) {
                add(evidence, taxonomy, match, null);
            }
        }
        String model = taxonomy.id() + "." + taxonomy.version();
        return evidence.entrySet().stream().map(topic -> new Label(Label.Kind.TOPIC, topic.getKey(), topic.getValue(), model))
                .toList();
    }

    /** What speaks for a topic speaks for the one above it. */
    private static void add(Map<String, List<Label.Evidence>> evidence, Taxonomy taxonomy, TopicMatch match,
            @Nullable Integer start) {
        var found = new Label.Evidence(match.text(), start, match.keyword());
        evidence.computeIfAbsent(match.topic(), _ -> new ArrayList<>()).add(found);
        Topic topic = taxonomy.topic(match.topic());
        String parent = topic == null ? null : topic.parent();
        if (parent != null) {
            evidence.computeIfAbsent(parent, _ -> new ArrayList<>()).add(found);
        }
    }
}
