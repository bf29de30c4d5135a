package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/** Pages of X API v2's recent search: posts in {@code data}, their authors in {@code includes.users}. */
final class XSearchPages implements PostSource {

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.path("data").isArray() || (payload.has("meta") && payload.path("meta").has("result_count"));
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload page = Payload.of(json);
        Map<String, Payload> users = new HashMap<>();
        for (Payload user : page.object("includes").objects("users")) {
            users.put(user.requiredText("id"), user);
        }
        return SourceItem.page(page.objects("data"), tweet -> post(tweet, users, seenAt));
    }

    private static NetworkPost post(Payload tweet, Map<String, Payload> users, Instant seenAt) {
        String id = tweet.requiredText("id");
        String authorId = tweet.requiredText("author_id");
        Author author = author(authorId, users.get(authorId), seenAt);
        String text = MarkedUpText.plain(Objects.requireNonNullElse(tweet.text("text"), ""));
        Payload entities = tweet.object("entities");
        var terms = NetworkPost.terms(Network.X, text,
                NeutralPosts.folded(entities.objects("hashtags").stream().map(tag -> tag.requiredText("tag")).toList()),
                NeutralPosts.folded(entities.objects("mentions").stream().map(who -> who.requiredText("username")).toList()));
        String handle = Objects.requireNonNullElse(author.handle(), "i");
        return new NetworkPost(Network.X, id, author, text, tweet.text("lang"),
                "https://x.com/%s/status/%s".formatted(handle, id), tweet.requiredTime("created_at", seenAt), seenAt,
                engagement(tweet.object("public_metrics")), terms, List.of());
    }

    private static Author author(String id, @Nullable Payload user, Instant seenAt) {
        if (user == null) {
            return Author.of(id);
        }
        Payload figures = user.object("public_metrics");
        return new Author(id, user.text("username"), user.text("name"), user.textOrEmpty("description"),
                figures.count("followers_count"), figures.count("following_count"), figures.count("tweet_count"),
                user.flag("verified"), null, hasPicture(user), user.sensibleTime("created_at", seenAt), website(user));
    }

    private static @Nullable Boolean hasPicture(Payload user) {
        String picture = user.text("profile_image_url");
        return picture == null ? null : !picture.contains("/default_profile");
    }

    /** The profile's own {@code url} is a short link of X; what it leads to stands beside it. */
    private static @Nullable String website(Payload user) {
        return user.object("entities").object("url").objects("urls").stream()
                .map(url -> url.text("expanded_url")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Engagement engagement(Payload figures) {
        Long retweets = figures.count("retweet_count");
        Long quotes = figures.count("quote_count");
        Long shares = retweets == null ? quotes : Long.valueOf(retweets + Objects.requireNonNullElse(quotes, 0L));
        return new Engagement(figures.count("like_count"), figures.count("reply_count"), shares,
                figures.count("bookmark_count"), null, figures.count("impression_count"), null);
    }
}
