package io.groundswell.campaign.listening;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.text.FoldedTerm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Events of Bluesky's Jetstream. A post tells its author's DID and neither handle, followers nor reactions: those stay
 * unknown. Deletions are honoured, and so is the end of an account, whether its owner or the network ended it.
 */
final class BlueskyJetstream implements PostSource {
    private static final String POSTS = "app.bsky.feed.post";
    private static final String TAG = "app.bsky.richtext.facet#tag";
    private static final String MENTION = "app.bsky.richtext.facet#mention";
    /** What the network says of an account whose posts nobody may show any more; others are about its servers. */
    private static final Set<String> GONE = Set.of("deleted", "takendown", "suspended", "deactivated");

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.has("did") && payload.has("kind");
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload event = Payload.of(json);
        if ("account".equals(event.text("kind"))) {
            return List.of(account(event));
        }
        Payload commit = event.object("commit");
        if (!"commit".equals(event.text("kind")) || !POSTS.equals(commit.text("collection"))) {
            return List.of(new SourceItem.Ignored("Not about a post."));
        }
        String did = event.requiredText("did");
        String uri = "at://%s/%s/%s".formatted(did, POSTS, commit.requiredText("rkey"));
        return switch (commit.requiredText("operation")) {
            case "create", "update" -> List.of(new SourceItem.Published(post(event, commit, did, uri, seenAt)));
            case "delete" -> List.of(new SourceItem.Deleted(Network.BLUESKY, uri));
            default -> throw commit.refusal("operation", "unknown-operation", "Must be create, update or delete.");
        };
    }

    private static SourceItem account(Payload event) {
        Payload account = event.object("account");
        return Boolean.FALSE.equals(account.flag("active")) && GONE.contains(String.valueOf(account.text("status")))
                ? new SourceItem.AccountRemoved(Network.BLUESKY, event.requiredText("did"))
                : new SourceItem.Ignored("The account's posts stay.");
    }

    private static NetworkPost post(Payload event, Payload commit, String did, String uri, Instant seenAt) {
        Payload record = commit.object("record");
        String text = Objects.requireNonNullElse(record.text("text"), "");
        List<String> languages = record.texts("langs");
        return new NetworkPost(Network.BLUESKY, uri, Author.of(did), text,
                languages.isEmpty() ? null : languages.getFirst(),
                "https://bsky.app/profile/%s/post/%s".formatted(did, commit.requiredText("rkey")),
                record.requiredTime("createdAt", seenAt), observedAt(event, seenAt), Engagement.UNKNOWN,
                terms(record, text), List.of());
    }

    /** An event cannot have been seen before it happened; a clock that runs ahead is not believed. */
    private static Instant observedAt(Payload event, Instant seenAt) {
        Instant told = event.microseconds("time_us");
        return told == null || told.isAfter(seenAt) ? seenAt : told;
    }

    /** Facets mark byte ranges of the UTF-8 text; a tag facet may also name a tag that the text does not show. */
    private static io.groundswell.campaign.text.TextTerms terms(Payload record, String text) {
        Set<String> hashtags = new LinkedHashSet<>(NeutralPosts.folded(record.texts("tags")));
        Set<String> mentions = new LinkedHashSet<>();
        for (Payload facet : record.objects("facets")) {
            for (Payload feature : facet.objects("features")) {
                String type = feature.text("$type");
                if (TAG.equals(type)) {
                    hashtags.add(FoldedTerm.of(feature.requiredText("tag")));
                } else if (MENTION.equals(type)) {
                    mentions.add(FoldedTerm.of(slice(facet.object("index"), text)));
                }
            }
        }
        mentions.remove("");
        return NetworkPost.terms(Network.BLUESKY, text, hashtags, mentions);
    }

    private static String slice(Payload index, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Long start = index.count("byteStart");
        Long end = index.count("byteEnd");
        if (start == null || end == null || start > end || end > bytes.length) {
            return "";
        }
        return new String(bytes, start.intValue(), (int) (end - start), StandardCharsets.UTF_8);
    }
}
