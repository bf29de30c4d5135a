package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.text.FoldedTerm;

import com.fasterxml.jackson.databind.JsonNode;

/** The format for everyone who has posts and no network's API: one object with plain fields. */
final class NeutralPosts implements PostSource {

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.has("network");
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload payload = Payload.of(json);
        Network network = network(payload);
        String id = payload.requiredText("id");
        String text = java.util.Objects.requireNonNullElse(payload.text("text"), "");
        Instant observedAt = payload.text("observedAt") == null ? seenAt : payload.requiredTime("observedAt", seenAt);
        var terms = NetworkPost.terms(network, text, folded(payload.texts("hashtags")), folded(payload.texts("mentions")));
        terms.links().addAll(payload.texts("links"));
        return List.of(
                new SourceItem.Published(new NetworkPost(network, id, author(payload, seenAt), text, payload.text("language"),
                        payload.text("permalink"), payload.requiredTime("publishedAt", seenAt), observedAt,
                        engagement(payload.object("engagement")), terms, media(payload))));
    }

    private static Network network(Payload payload) {
        String name = payload.requiredText("network");
        try {
            return Network.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw payload.refusal("network", "unknown-network", "Must be one of %s."
                    .formatted(java.util.Arrays.stream(Network.values()).map(Network::name).collect(Collectors.joining(", "))));
        }
    }

    private static Author author(Payload payload, Instant seenAt) {
        Payload author = payload.object("author");
        Instant joinedAt = author.text("joinedAt") == null ? null : author.requiredTime("joinedAt", seenAt);
        return new Author(author.text("id"), author.text("handle"), author.text("displayName"), author.textOrEmpty("bio"),
                author.count("followers"), author.count("following"), author.count("posts"), author.flag("verified"),
                author.text("country"), author.flag("hasPicture"), joinedAt, author.text("website"));
    }

    private static Engagement engagement(Payload figures) {
        return new Engagement(figures.count("likes"), figures.count("comments"), figures.count("shares"),
                figures.count("saves"),
                figures.count("views"), figures.count("impressions"), figures.count("reach"));
    }

    private static List<Media> media(Payload payload) {
        return payload.objects("media").stream().map(NeutralPosts::medium).toList();
    }

    private static Media medium(Payload medium) {
        try {
            return new Media(Media.Type.valueOf(medium.requiredText("type").toUpperCase(Locale.ROOT)),
                    medium.requiredText("url"));
        } catch (io.groundswell.kit.problem.InvalidValue e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw medium.refusal("type", "unknown-media-type", "Must be one of IMAGE, VIDEO, AUDIO.");
        }
    }

    static Set<String> folded(List<String> terms) {
        return terms.stream().map(FoldedTerm::of).filter(term -> !term.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
