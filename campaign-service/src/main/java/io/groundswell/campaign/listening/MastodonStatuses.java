package io.groundswell.campaign.listening;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Status entities of Mastodon's API. An id counts only on the server that gave it, so posts are known by their ActivityPub
 * address and authors by their full handle, which on Mastodon never changes: moving makes another account.
 */
final class MastodonStatuses implements PostSource {

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.has("account") && payload.has("content");
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload status = Payload.of(json);
        if (json.path("reblog").isObject()) {
            return List.of(new SourceItem.Ignored("A boost repeats another's post."));
        }
        String visibility = status.text("visibility");
        if ("private".equals(visibility) || "direct".equals(visibility)) {
            return List.of(new SourceItem.Ignored("The author did not publish it to everyone."));
        }
        String text = MarkedUpText.plain(status.text("content"));
        var terms = NetworkPost.terms(Network.MASTODON, text, hashtags(status), mentions(status));
        return List.of(
                new SourceItem.Published(new NetworkPost(Network.MASTODON, status.requiredText("uri"), author(status, seenAt),
                        text, status.text("language"), status.text("url"), status.requiredTime("created_at", seenAt), seenAt,
                        engagement(status), terms, media(status))));
    }

    private static Author author(Payload status, Instant seenAt) {
        Payload account = status.object("account");
        String address = account.text("uri") == null ? account.text("url") : account.text("uri");
        String bio = account.textOrEmpty("note");
        return new Author(null, handle(account, address), account.text("display_name"),
                bio == null ? null : MarkedUpText.plain(bio), account.count("followers_count"),
                account.count("following_count"), account.count("statuses_count"), null, null, hasPicture(account),
                account.sensibleTime("created_at", seenAt), website(account));
    }

    /** A server shows this file where nobody chose a picture. */
    private static @Nullable Boolean hasPicture(Payload account) {
        String picture = account.text("avatar");
        return picture == null ? null : !picture.endsWith("/missing.png");
    }

    /** People write addresses into free fields; one counts when the server found that the site links back. */
    private static @Nullable String website(Payload account) {
        return account.objects("fields").stream().filter(field -> field.text("verified_at") != null)
                .map(field -> MarkedUpText.plain(field.text("value"))).filter(value -> value.startsWith("http"))
                .findFirst().orElse(null);
    }

    /** A server names its own accounts without itself; the full handle is the one that means the same everywhere. */
    private static String handle(Payload account, @Nullable String address) {
        String acct = account.requiredText("acct");
        String server = acct.contains("@") ? null : host(address);
        return server == null ? acct : acct + "@" + server;
    }

    private static @Nullable String host(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Engagement engagement(Payload status) {
        return new Engagement(status.count("favourites_count"), status.count("replies_count"), status.count("reblogs_count"),
                null, null, null, null);
    }

    private static Set<String> hashtags(Payload status) {
        return NeutralPosts.folded(status.objects("tags").stream().map(tag -> tag.requiredText("name")).toList());
    }

    /** A mention is written with the local name alone, so that is a way to mean the account as well. */
    private static Set<String> mentions(Payload status) {
        List<String> names = new ArrayList<>();
        for (Payload mention : status.objects("mentions")) {
            String acct = mention.requiredText("acct");
            names.add(acct);
            names.add(Objects.requireNonNullElse(mention.text("username"), acct));
        }
        return NeutralPosts.folded(names);
    }

    private static List<Media> media(Payload status) {
        List<Media> media = new ArrayList<>();
        for (Payload attachment : status.objects("media_attachments")) {
            String url = attachment.text("url");
            if (url != null) {
                media.add(new Media(type(attachment.text("type")), url));
            }
        }
        return media;
    }

    private static Media.Type type(@Nullable String type) {
        return switch (type) {
            case "video", "gifv" -> Media.Type.VIDEO;
            case "audio" -> Media.Type.AUDIO;
            case null, default -> Media.Type.IMAGE;
        };
    }
}
