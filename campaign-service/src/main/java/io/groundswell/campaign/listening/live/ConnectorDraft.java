package io.groundswell.campaign.listening.live;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What people say of a connector. */
public record ConnectorDraft(
        @Schema(required = true, description = "Cannot be changed later") ConnectorKind kind,
        @Schema(required = true, description = "1 to 100 characters") String name,
        @Schema(required = true, description = "The server: `https://mastodon.example`, `wss://jetstream.example`. Hosts outside of the open internet are refused", examples = "wss://jetstream2.us-east.bsky.network") String url,
        @Schema(description = "MASTODON only: `public`, `hashtag:<tag>` or `user`, the home timeline of the token's account; default: `public`", examples = "hashtag:springroast") @Nullable String stream,
        @Schema(description = "BLUESKY only: accounts to hear, up to 100; none: all") List<String> wantedDids,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Schema(writeOnly = true, description = "MASTODON only: an access token with the scopes read:statuses and, for `user`, read:notifications. Kept encrypted and never shown; left out of a change, it stays") @Nullable String accessToken) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_TOKEN = 1000;
    private static final int MOST_DIDS = 100;
    private static final Pattern STREAM = Pattern.compile("public|user|hashtag:[\\p{L}\\p{M}\\p{N}_\\u00B7\\u200C]{1,100}");
    private static final Pattern DID = Pattern.compile("did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,200}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    public ConnectorDraft {
        kind = InvalidValue.require(kind, "kind");
        name = InvalidValue.require(name, "name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("name", "invalid-name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        url = checked(kind, InvalidValue.require(url, "url").strip());
        wantedDids = List.copyOf(Objects.requireNonNullElse(wantedDids, List.of()));
        switch (kind) {
            case MASTODON -> {
                stream = stream == null ? "public" : stream;
                if (!STREAM.matcher(stream).matches()) {
                    throw new InvalidValue("stream", "unknown-stream", "Must be public, user, or hashtag:<tag>.");
                }
                refuse(!wantedDids.isEmpty(), "wantedDids", kind);
                refuseBadToken(accessToken);
            }
            case BLUESKY -> {
                refuse(stream != null, "stream", kind);
                refuse(accessToken != null, "accessToken", kind);
                refuseBadDids(wantedDids);
            }
        }
    }

    /** Returns the address as it was checked. */
    URI address() {
        return URI.create(url);
    }

    /** Without the token: what is written here may end in a log. */
    @Override
    public String toString() {
        return "%s connector '%s' to %s".formatted(kind, name, url);
    }

    private static String checked(ConnectorKind kind, String url) {
        try {
            URI address = new URI(url);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (url.length() > LONGEST_URL || address.getHost() == null || !kind.schemes().contains(scheme)
                    || address.getUserInfo() != null || address.getQuery() != null || address.getFragment() != null) {
                throw invalidUrl(kind);
            }
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        } catch (URISyntaxException e) {
            throw invalidUrl(kind);
        }
    }

    private static InvalidValue invalidUrl(ConnectorKind kind) {
        return new InvalidValue("url", "invalid-url",
                "Must be the address of a server, %s://…, without user, query or fragment."
                        .formatted(kind.scheme()));
    }

    private static void refuse(boolean given, String field, ConnectorKind kind) {
        if (given) {
            throw new InvalidValue(field, "not-of-this-kind", "A connector to %s has no %s.".formatted(kind, field));
        }
    }

    private static void refuseBadToken(@Nullable String token) {
        if (token != null && (token.length() > LONGEST_TOKEN || !TOKEN.matcher(token).matches())) {
            throw new InvalidValue("accessToken", "invalid-token",
                    "Must be 1 to %d visible ASCII characters.".formatted(LONGEST_TOKEN));
        }
    }

    private static void refuseBadDids(List<String> dids) {
        if (dids.size() > MOST_DIDS) {
            throw new InvalidValue("wantedDids", "too-many", "May name %d accounts at most.".formatted(MOST_DIDS));
        }
        for (int i = 0; i < dids.size(); i++) {
            if (!DID.matcher(dids.get(i)).matches()) {
                throw new InvalidValue("wantedDids." + i, "invalid-did",
                        "Must be a DID, such as did:plc:ewvi7nxzyoun6zhxrhs64oiz.");
            }
        }
    }
}
